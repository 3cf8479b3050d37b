import { categoryWords } from "#app/features/scenarios/scenario-words.ts";
import type { RefusedScenario } from "#app/features/scenarios/writing/field-errors.ts";
import { fieldProps } from "#app/features/scenarios/writing/field-props.ts";
import { Part } from "#app/features/scenarios/writing/part.tsx";
import { RowsField } from "#app/features/scenarios/writing/rows-field.tsx";
import { columnWords, fieldWords, frameworkNames } from "#app/features/scenarios/writing/writing-words.ts";
import {
  categories,
  frameworkIds,
  pronounChoices,
  type WrittenScenario,
} from "#app/features/scenarios/writing/written-scenario.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { editWords } from "./own-words.ts";

type OwnScenarioFieldsProps = { written: WrittenScenario; refused: RefusedScenario | null };

/**
 * A scenario as its own author meets it first: who it is, what is at stake, what comes up and what moves them. Everything
 * else is folded, and unfolds by itself where something in it is wrong.
 */
export function OwnScenarioFields({ written, refused }: OwnScenarioFieldsProps) {
  const { text, rows } = fieldProps(written, refused);
  return (
    <div className="space-y-10">
      <Part title={editWords.who}>
        <div className="grid gap-5 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TextField {...text("name")} autoComplete="off" />
          <SelectField
            {...fieldWords.pronouns}
            name="pronouns"
            defaultValue={written.pronouns}
            options={pronounChoices.map((value) => ({ value, label: value }))}
          />
        </div>
        <TextField {...text("relationship")} />
        <TextArea {...text("who")} rows={4} />
      </Part>
      <Part title={editWords.stake}>
        <TextArea {...text("situation")} rows={5} />
        <TextField {...text("goal")} />
        <TextArea {...text("opener")} rows={2} />
      </Part>
      <Part title={editWords.topics}>
        <RowsField
          {...rows("positions")}
          more={editWords.oneMore}
          hidden="topicWas"
          columns={[
            { name: "topic", label: columnWords.topic },
            { name: "position", label: columnWords.position, long: true },
          ]}
          rows={written.positions.map(({ was, topic, position }) => ({ topicWas: was, topic, position }))}
        />
        <RowsField
          {...rows("moves")}
          more={editWords.oneMore}
          hidden="moveId"
          columns={[{ name: "move", label: columnWords.move, long: true }]}
          rows={written.moves.map(({ id, what }) => ({ moveId: id, move: what }))}
        />
      </Part>
      <Disclosure summary={editWords.more} open={isWrongInside(refused)}>
        <div className="space-y-10">
          <p className="text-sm text-ink-soft">{editWords.moreAbout}</p>
          <MoreFields written={written} refused={refused} />
        </div>
      </Disclosure>
    </div>
  );
}

/** What stands outside of the fold. */
const first = [
  "name",
  "pronouns",
  "relationship",
  "who",
  "situation",
  "goal",
  "opener",
  "positions",
  "moves",
];

function isWrongInside(refused: RefusedScenario | null): boolean {
  const faults = [...(refused?.faults ?? []), ...(refused?.screened ?? [])];
  // The words that go with a topic or a move are inside, also where the fault is told at the field.
  return faults.some(({ field, reason }) => reason === "keywords" || !first.includes(field));
}

function MoreFields({ written, refused }: OwnScenarioFieldsProps) {
  const { text, rows } = fieldProps(written, refused);
  return (
    <>
      <Part title={editWords.practice}>
        <TextField {...text("title")} />
        <TextField {...text("summary")} />
        <TextField {...text("role")} />
        <SelectField
          {...fieldWords.category}
          name="category"
          defaultValue={written.category}
          options={categories.map((value) => ({ value, label: categoryWords[value].title }))}
        />
        <SelectField
          {...fieldWords.framework}
          name="framework"
          defaultValue={written.framework}
          options={frameworkIds.map((value) => ({ value, label: frameworkNames[value] }))}
        />
        {(["minutes", "expectedTurns", "coachTiming"] as const).map((name) => (
          <input key={name} type="hidden" name={name} defaultValue={written[name]} />
        ))}
      </Part>
      <Part title={editWords.mind}>
        {(["speech", "interests", "never", "knows", "doesNotKnow"] as const).map((name) => (
          <TextArea key={name} {...text(name)} />
        ))}
        <RowsField
          {...rows("triggers")}
          more={editWords.oneMore}
          columns={[
            { name: "trigger", label: columnWords.trigger, long: true },
            { name: "triggerWords", label: columnWords.words },
          ]}
          rows={written.triggers.map(({ what, words }) => ({ trigger: what, triggerWords: words }))}
        />
        <RowsField
          {...rows("secrets")}
          more={editWords.oneMore}
          hidden="secretId"
          columns={[
            { name: "secret", label: columnWords.secret, long: true },
            { name: "condition", label: columnWords.condition },
            { name: "secretWords", label: columnWords.words },
          ]}
          rows={written.secrets.map(({ id, fact, condition, words }) => ({
            secretId: id,
            secret: fact,
            condition,
            secretWords: words,
          }))}
        />
        <RowsField
          {...rows("concessions")}
          more={editWords.oneMore}
          hidden="stepId"
          columns={[{ name: "step", label: columnWords.step, long: true }]}
          rows={written.concessions.map(({ id, what }) => ({ stepId: id, step: what }))}
        />
      </Part>
      <Words written={written} />
    </>
  );
}

/** For each topic and move above, in their order: that is how they belong together when they are posted. */
function Words({ written: { positions, moves } }: { written: WrittenScenario }) {
  return (
    <Part title={editWords.words}>
      <p className="text-sm text-ink-soft">{editWords.wordsAbout}</p>
      {positions.map(({ topic, words }, at) => (
        <TextField key={at} label={editWords.wordsFor(topic)} name="topicWords" defaultValue={words} />
      ))}
      {moves.map(({ what, words }, at) => (
        <TextField key={at} label={editWords.wordsFor(what)} name="moveWords" defaultValue={words} />
      ))}
    </Part>
  );
}
