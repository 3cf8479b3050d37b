import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import { Form } from "react-router";
import type { RoomPreferences } from "#app/features/conversations/room-preferences.ts";
import { paneWords } from "./pane-words.ts";

type CoachSwitchProps = {
  coach: RoomPreferences["coach"];
  /** With JavaScript: switches at once instead of posting intent=prefer. */
  onSwitch?: (wanted: RoomPreferences["coach"]) => void;
};

/** Hides the coach, or shows it again. Its words say what it does, so it needs no pressed state. */
export function CoachSwitch({ coach, onSwitch }: CoachSwitchProps) {
  const wanted = coach === "shown" ? "hidden" : "shown";
  const Icon = coach === "shown" ? EyeOff : Eye;
  return (
    <Form
      method="post"
      className="coach-switch no-print"
      onSubmit={(event) => {
        if (!onSwitch) return;
        event.preventDefault();
        onSwitch(wanted);
      }}
    >
      <input type="hidden" name="intent" value="prefer" />
      <input type="hidden" name="coach" value={wanted} />
      <button className="inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-xs font-semibold text-ink-soft hover:text-pen">
        <Icon aria-hidden="true" className="size-4" />
        <span className={coach === "shown" ? "max-sm:sr-only" : undefined}>
          {coach === "shown" ? paneWords.hideCoach : paneWords.showCoach}
        </span>
        {coach === "shown" ? (
          <span aria-hidden="true" className="sm:hidden">
            {paneWords.hide}
          </span>
        ) : null}
      </button>
    </Form>
  );
}
