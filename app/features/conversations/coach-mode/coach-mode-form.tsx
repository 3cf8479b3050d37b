import { useFetcher } from "react-router";
import { type CoachMode, coachModes } from "#app/features/scenarios/coach-mode.ts";
import { modeTitle, modeWords, saveModeWord } from "#app/features/scenarios/coach-mode-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";

/** What the room answers to a change that it does not redirect. */
type Answer = { ok: true } | { ok: false; message: string };

/** Switches what the coach does in this conversation, from now on. Posts intent=coach-mode, mode to the room. */
export function CoachModeForm({ mode }: { mode: CoachMode }) {
  const { Form, submit, data } = useFetcher<Answer>();
  const hydrated = useHydrated();
  return (
    <Form
      method="post"
      onChange={hydrated ? ({ currentTarget }) => void submit(currentTarget) : undefined}
      className="space-y-3"
    >
      <input type="hidden" name="intent" value="coach-mode" />
      {hydrated ? <input type="hidden" name="live" value="yes" /> : null}
      <fieldset>
        <legend className="font-semibold">{modeTitle}</legend>
        <div className="mt-2 grid gap-2">
          {coachModes.map((one) => (
            <Choice
              key={one}
              name="mode"
              value={one}
              title={modeWords[one].title}
              defaultChecked={one === mode}
            >
              {modeWords[one].means}
            </Choice>
          ))}
        </div>
      </fieldset>
      {hydrated ? null : <Button>{saveModeWord}</Button>}
      <p role="alert" className="text-alarm">
        {data && !data.ok ? data.message : null}
      </p>
    </Form>
  );
}
