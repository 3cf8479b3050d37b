import type { FormEvent, ReactNode } from "react";
import { Form } from "react-router";
import { CoachModeForm } from "#app/features/conversations/coach-mode/coach-mode-form.tsx";
import { shortcutsTitle } from "#app/features/conversations/keyboard/keyboard-words.ts";
import { openShortcutList } from "#app/features/conversations/keyboard/shortcuts.tsx";
import { announceChoices, type RoomPreferences } from "#app/features/conversations/room-preferences.ts";
import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { ThemeChoice } from "#app/ui/theme-choice.tsx";
import { themeWords } from "#app/ui/ui-words.ts";
import {
  announceTitle,
  announceWords,
  saveWord,
  settingsTitle,
  shortcutsSetting,
  shortcutsWords,
} from "./settings-words.ts";

type Settings = Pick<RoomPreferences, "announce" | "shortcuts">;

type RoomSettingsProps = {
  settings: Settings;
  coachMode: CoachMode;
  /** With JavaScript: a choice holds at once. Without it the form posts intent=prefer. */
  onPrefer?: (wanted: Partial<Settings>) => void;
};

/** How the room behaves for this reader, in this browser. */
export function RoomSettings(props: RoomSettingsProps) {
  return (
    <div className="space-y-5 text-sm">
      <h2 className="font-script text-lg font-semibold">{settingsTitle}</h2>
      <CoachModeForm key={props.coachMode} mode={props.coachMode} />
      <SettingsForm {...props} />
      <div className="border-t border-line pt-4">
        <h3 className="mb-2 font-semibold">{themeWords.label}</h3>
        <ThemeChoice />
      </div>
    </div>
  );
}

function SettingsForm({ settings, onPrefer }: Omit<RoomSettingsProps, "coachMode">) {
  return (
    <Form method="post" className="space-y-5" onChange={onPrefer && ((event) => onPrefer(chosen(event)))}>
      <input type="hidden" name="intent" value="prefer" />
      <Group title={announceTitle}>
        {announceChoices.map((choice) => (
          <Choice
            key={choice}
            name="announce"
            value={choice}
            title={announceWords[choice].title}
            defaultChecked={choice === settings.announce}
          >
            {announceWords[choice].means}
          </Choice>
        ))}
      </Group>
      {/* Hidden with its value: what was chosen at a keyboard stays. */}
      <div className="needs-keyboard space-y-2">
        <Group title={shortcutsSetting} beside>
          {(["on", "off"] as const).map((choice) => (
            <Choice
              key={choice}
              name="shortcuts"
              value={choice}
              title={shortcutsWords[choice]}
              defaultChecked={choice === settings.shortcuts}
            />
          ))}
        </Group>
        {onPrefer ? (
          <Button type="button" kind="plain" onClick={openShortcutList}>
            {shortcutsTitle}
          </Button>
        ) : null}
      </div>
      {onPrefer ? null : <Button>{saveWord}</Button>}
    </Form>
  );
}

type GroupProps = { title: string; beside?: boolean; children: ReactNode };

/** `beside`: short ones stand in a row, so that a laptop shows the whole panel. */
function Group({ title, beside = false, children }: GroupProps) {
  return (
    <fieldset>
      <legend className="font-semibold">{title}</legend>
      <div className={`mt-2 grid gap-2 ${beside ? "sm:grid-cols-2" : ""}`}>{children}</div>
    </fieldset>
  );
}

/** What the form says, as the server would read it. */
function chosen({ currentTarget }: FormEvent<HTMLFormElement>): Partial<Settings> {
  const { intent: _, ...wanted } = Object.fromEntries(new FormData(currentTarget));
  return wanted;
}
