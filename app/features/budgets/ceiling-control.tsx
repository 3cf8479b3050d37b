import { Form } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { TypedCeiling } from "./ceiling-form.ts";
import type { UsageReport } from "./usage-report.server.ts";
import { tokensWords, usageWords } from "./usage-words.ts";

type CeilingControlProps = {
  ceiling: UsageReport["ceiling"];
  refused: TypedCeiling | null;
  saved: boolean;
};

/** How the day's ceiling stands, and the form that sets it: posts `on` and `tokens` to the page it is on. */
export function CeilingControl({ ceiling, refused, saved }: CeilingControlProps) {
  const { on, tokens, used, reserved } = ceiling;
  const shown = refused ?? { on, tokens: tokensWords(tokens) };
  return (
    <section aria-label={usageWords.ceiling} className="max-w-3xl space-y-3">
      <h2 className="font-script text-xl font-semibold">{usageWords.ceiling}</h2>
      <p className="text-ink-soft">{usageWords.ceilingAbout}</p>
      <p className="font-semibold">
        {on
          ? usageWords.ceilingOn(tokensWords(used), tokensWords(reserved), tokensWords(tokens))
          : usageWords.ceilingOff}
      </p>
      <Form method="post" className="space-y-3">
        <label className="flex min-h-target items-center gap-3">
          <input type="checkbox" name="on" value="yes" defaultChecked={shown.on} className="size-5" />
          {usageWords.switch}
        </label>
        <label className="block max-w-64">
          <span className="block text-sm">{usageWords.amount}</span>
          <input
            name="tokens"
            inputMode="numeric"
            required
            defaultValue={shown.tokens}
            aria-invalid={refused ? true : undefined}
            aria-describedby={refused ? "ceiling-error" : undefined}
            className="mt-1 block min-h-target w-full rounded-md border border-control bg-sheet px-3 tabular-nums"
          />
        </label>
        <div role="alert">
          {refused ? (
            <p id="ceiling-error" className="rounded-md bg-alarm-wash px-3 py-2 text-sm text-alarm">
              {usageWords.notAnAmount}
            </p>
          ) : null}
        </div>
        <SubmitButton kind="quiet">{usageWords.save}</SubmitButton>
        <div role="status">{saved && !refused ? <Notice>{usageWords.saved}</Notice> : null}</div>
      </Form>
    </section>
  );
}
