import { Form } from "react-router";
import { HelpBeside } from "#app/features/conversations/help-card/help-beside.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { ScaleChoice } from "#app/ui/scale-choice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useFocusFault } from "#app/ui/use-focus-fault.ts";
import { outcomeWords, realWords } from "./for-real-words.ts";
import { type Answer, type AnswerField, outcomes, type RefusedAnswer } from "./real-conversation.ts";

type AnswerFormProps = {
  id: string;
  title: string;
  answer: Answer | null;
  refused: RefusedAnswer | null;
};

/** Did you have it, when, how did it go, what would you keep. Posts to the page that shows it. */
export function AnswerForm({ id, title, answer, refused }: AnswerFormProps) {
  const typed = refused?.typed ?? answer;
  const error = (field: AnswerField) => (refused?.wrong.includes(field) ? realWords.wrong[field] : null);
  const wrong = error("outcome");
  const form = useFocusFault(refused);
  return (
    <Form ref={form} method="post" className="space-y-5">
      <input type="hidden" name="id" value={id} />
      {refused?.help ? (
        <>
          <HelpBeside region={refused.help} />
          <input type="hidden" name="helpSeen" value="yes" />
        </>
      ) : null}
      <fieldset aria-describedby={wrong ? `outcome-${id}` : undefined} data-fault={wrong ? "" : undefined}>
        <legend className="mb-2 font-semibold">{realWords.outcome}</legend>
        {wrong ? (
          <p id={`outcome-${id}`} className="mb-2 text-sm text-alarm">
            {wrong}
          </p>
        ) : null}
        <div className="grid gap-2 sm:grid-cols-3">
          {outcomes.map((value) => (
            <Choice
              key={value}
              name="outcome"
              value={value}
              title={outcomeWords[value]}
              defaultChecked={typed?.outcome === value}
            />
          ))}
        </div>
      </fieldset>
      <div className="sm:max-w-60">
        <TextField
          {...realWords.hadOn}
          type="date"
          name="hadOn"
          dir={undefined}
          defaultValue={typed?.hadOn ?? ""}
          error={error("hadOn")}
        />
      </div>
      <ScaleChoice
        name="howItWent"
        legend={realWords.how}
        least={realWords.least}
        most={realWords.most}
        chosen={typed?.howItWent ?? null}
      />
      <TextArea {...realWords.went} name="went" defaultValue={typed?.went ?? ""} error={error("went")} />
      <TextArea {...realWords.keep} name="keep" defaultValue={typed?.keep ?? ""} error={error("keep")} />
      <SubmitButton name="intent" value="answer">
        {realWords.save}
        <span className="sr-only">{realWords.of(title)}</span>
      </SubmitButton>
    </Form>
  );
}
