import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { TypedBefore } from "./before.ts";
import { beforeWords } from "./before-words.ts";
import { FeelingsChoice } from "./feelings-choice.tsx";

type BeforeFieldsProps = {
  /** The scenario's. */
  goal: string;
  /** What came back because it could not be kept, and which of it was too long. */
  typed: TypedBefore | null;
  tooLong: ("goal" | "redLine")[];
};

/** Fields `goal`, `redLine`, `confidence`, `dread`; whoever wants to begin at once passes them by. */
export function BeforeFields({ goal, typed, tooLong }: BeforeFieldsProps) {
  const wrong = (name: "goal" | "redLine") => (tooLong.includes(name) ? beforeWords.tooLong : null);
  return (
    <Disclosure summary={beforeWords.title} open={typed !== null}>
      <div className="space-y-5">
        <TextArea
          name="goal"
          label={beforeWords.goal}
          hint={beforeWords.goalHint(goal)}
          defaultValue={typed?.goal}
          error={wrong("goal")}
          rows={2}
        />
        <TextArea
          name="redLine"
          label={beforeWords.redLine}
          hint={beforeWords.redLineHint}
          defaultValue={typed?.redLine}
          error={wrong("redLine")}
          rows={2}
        />
        <FeelingsChoice given={typed} />
      </div>
    </Disclosure>
  );
}
