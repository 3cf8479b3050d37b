import { ScaleChoice } from "#app/ui/scale-choice.tsx";
import type { Feelings } from "./before.ts";
import { beforeWords } from "./before-words.ts";

/** Two rows of radios, `confidence` and `dread`: one press each. */
export function FeelingsChoice({ given }: { given: Feelings | null }) {
  const { confidence, dread, least, most } = beforeWords;
  return (
    <>
      <ScaleChoice
        name="confidence"
        legend={confidence}
        least={least}
        most={most}
        chosen={given?.confidence ?? null}
      />
      <ScaleChoice name="dread" legend={dread} least={least} most={most} chosen={given?.dread ?? null} />
    </>
  );
}
