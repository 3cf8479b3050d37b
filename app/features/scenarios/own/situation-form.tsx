import { Form } from "react-router";
import { screenWords } from "#app/features/scenarios/screening/screening-words.ts";
import { categoryWords } from "#app/features/scenarios/scenario-words.ts";
import type { ScreenFault } from "#app/features/scenarios/writing/faults.ts";
import { categories, pronounChoices } from "#app/features/scenarios/writing/written-scenario.ts";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { useFocusFault } from "#app/ui/use-focus-fault.ts";
import {
  aimWords,
  choiceWords,
  type refusedWords,
  questionWords,
  situationFaultWords,
  submitWords,
} from "./own-words.ts";
import { aims, type Situation, type SituationFault, type SituationField } from "./situation.ts";

/** Answers that came back, and why. */
export type RefusedSituation = {
  reason: Exclude<keyof typeof refusedWords, "saved" | "helpInstead">;
  /** The one these answers are for when they are sent again. */
  scenarioId: string;
  typed: Situation;
  faults: SituationFault[];
  screened: ScreenFault<SituationField>[];
};

type SituationFormProps = {
  /** The scenario these answers will make: a second post of the same form makes no second one. */
  scenarioId: string;
  /** What was answered before; null: a fresh form. */
  answers: Situation | null;
  refused: RefusedSituation | null;
  /** It has been tried before: it is tried again, or a plain draft is taken, unless the model did not want to. */
  again: "failed" | "declined" | null;
};

/** A few questions about a conversation somebody dreads. Posts to the page that shows it. */
export function SituationForm({ answers, refused, again, ...made }: SituationFormProps) {
  const scenarioId = refused?.scenarioId ?? made.scenarioId;
  const typed = refused?.typed ?? answers;
  const error = (field: SituationField) => errorAt(refused, field);
  const text = (field: keyof typeof questionWords) => {
    const value = typed?.[field];
    const defaultValue = Array.isArray(value) ? value.join("\n") : value;
    return { ...questionWords[field], name: field, defaultValue, error: error(field) };
  };
  const form = useFocusFault(refused);
  return (
    <Form ref={form} method="post" className="max-w-2xl space-y-6">
      <input type="hidden" name="scenarioId" key={scenarioId} defaultValue={scenarioId} />
      <TextField {...text("who")} />
      <div className="grid gap-6 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TextField {...text("name")} autoComplete="off" />
        <SelectField
          label={choiceWords.pronouns}
          name="pronouns"
          defaultValue={typed?.pronouns ?? "she"}
          options={pronounChoices.map((value) => ({ value, label: choiceWords[value] }))}
        />
      </div>
      <TextField {...text("role")} />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          label={choiceWords.aim}
          name="aim"
          defaultValue={typed?.aim ?? "ask"}
          options={aims.map((value) => ({ value, label: aimWords[value] }))}
        />
        <SelectField
          label={choiceWords.category}
          name="category"
          defaultValue={typed?.category ?? "work"}
          options={categories.map((value) => ({ value, label: categoryWords[value].title }))}
        />
      </div>
      <TextArea {...text("happened")} rows={5} />
      <TextField {...text("goal")} />
      <TextArea {...text("topics")} />
      <TextArea {...text("theirView")} rows={2} />
      <TextArea {...text("mightMove")} rows={2} />
      <Tick
        name="adults"
        value="yes"
        title={choiceWords.adults}
        defaultChecked={typed?.adults ?? false}
        error={error("adults")}
      >
        {choiceWords.adultsAbout}
      </Tick>
      <div className="space-y-3">
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton name="intent" value="draft">
            {again === null ? submitWords.draft : submitWords.again}
          </SubmitButton>
          {again === "failed" ? (
            <Button kind="quiet" name="intent" value="rules">
              {submitWords.rules}
            </Button>
          ) : null}
        </div>
        <p className="text-sm text-ink-soft">
          {submitWords.cost} {again === "failed" ? submitWords.rulesAbout : submitWords.wait}
        </p>
      </div>
    </Form>
  );
}

function errorAt(refused: RefusedSituation | null, field: SituationField): string | null {
  const screened = refused?.screened.find((fault) => fault.field === field);
  if (screened) return screenWords(screened.reason, screened.found);
  const fault = refused?.faults.find((one) => one.field === field);
  return fault ? situationFaultWords(fault) : null;
}
