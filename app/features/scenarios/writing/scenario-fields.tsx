import { categoryWords } from "#app/features/scenarios/scenario-words.ts";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { RefusedScenario } from "./field-errors.ts";
import { fieldProps } from "./field-props.ts";
import { MindFields } from "./mind-fields.tsx";
import { Part } from "./part.tsx";
import { fieldWords, frameworkNames, partWords, timingWords } from "./writing-words.ts";
import {
  categories,
  coachTimings,
  frameworkIds,
  pronounChoices,
  type WrittenScenario,
} from "./written-scenario.ts";

type ScenarioFieldsProps = { written: WrittenScenario; refused: RefusedScenario | null };

/** Everything of a scenario that a person writes, for the form around it. */
export function ScenarioFields({ written, refused }: ScenarioFieldsProps) {
  const { text: common } = fieldProps(written, refused);
  return (
    <div className="space-y-10">
      <Part title={partWords.story}>
        <TextField {...common("title")} />
        <TextField {...common("summary")} />
        <TextArea {...common("situation")} rows={5} />
        <TextField {...common("role")} />
        <TextField {...common("goal")} />
        <SelectField
          label={fieldWords.category.label}
          name="category"
          defaultValue={written.category}
          options={categories.map((value) => ({ value, label: categoryWords[value].title }))}
        />
      </Part>
      <Part title={partWords.person}>
        <div className="grid gap-5 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TextField {...common("name")} autoComplete="off" />
          <SelectField
            label={fieldWords.pronouns.label}
            name="pronouns"
            defaultValue={written.pronouns}
            options={pronounChoices.map((value) => ({ value, label: value }))}
          />
        </div>
        <TextField {...common("relationship")} />
        <TextArea {...common("who")} rows={4} />
        <TextArea {...common("opener")} rows={2} />
        <TextArea {...common("speech")} />
      </Part>
      <MindFields written={written} refused={refused} />
      <Part title={partWords.how}>
        <SelectField
          label={fieldWords.framework.label}
          name="framework"
          defaultValue={written.framework}
          options={frameworkIds.map((value) => ({ value, label: frameworkNames[value] }))}
        />
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField {...common("minutes")} inputMode="numeric" />
          <TextField {...common("expectedTurns")} inputMode="numeric" />
          <SelectField
            label={fieldWords.coachTiming.label}
            name="coachTiming"
            defaultValue={written.coachTiming}
            options={coachTimings.map((value) => ({ value, label: timingWords[value] }))}
          />
        </div>
      </Part>
    </div>
  );
}
