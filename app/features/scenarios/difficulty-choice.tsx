import { Choice } from "#app/ui/choice.tsx";
import { difficulties } from "./forms.ts";
import type { Difficulty } from "./scenario.ts";
import { difficultyWords, howHardWords } from "./scenario-words.ts";

type DifficultyChoiceProps = { partnerName: string; chosen?: Difficulty };

/** Radios named `difficulty`: easy, real, hard, each with what changes. */
export function DifficultyChoice({ partnerName, chosen = "real" }: DifficultyChoiceProps) {
  const words = difficultyWords(partnerName);
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{howHardWords}</legend>
      <div className="grid gap-2">
        {difficulties.map((difficulty) => (
          <Choice
            key={difficulty}
            name="difficulty"
            value={difficulty}
            title={words[difficulty].title}
            defaultChecked={difficulty === chosen}
          >
            {words[difficulty].changes}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
