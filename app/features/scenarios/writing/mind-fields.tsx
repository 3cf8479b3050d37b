import { TextArea } from "#app/ui/text-area.tsx";
import type { RefusedScenario } from "./field-errors.ts";
import { fieldProps } from "./field-props.ts";
import { Part } from "./part.tsx";
import { RowsField } from "./rows-field.tsx";
import { columnWords, partWords, wordsHint } from "./writing-words.ts";
import type { WrittenScenario } from "./written-scenario.ts";

type MindFieldsProps = { written: WrittenScenario; refused: RefusedScenario | null };

/** What the other person wants, knows, hides and would give: lists, and rows with their parts. */
export function MindFields({ written, refused }: MindFieldsProps) {
  const { text: list, rows } = fieldProps(written, refused);
  return (
    <>
      <Part title={partWords.mind}>
        <p className="text-sm text-ink-soft">{wordsHint}</p>
        <RowsField
          {...rows("positions")}
          hidden="topicWas"
          columns={[
            { name: "topic", label: columnWords.topic },
            { name: "position", label: columnWords.position, long: true },
            { name: "topicWords", label: columnWords.words },
          ]}
          rows={written.positions.map(({ was, topic, position, words }) => ({
            topicWas: was,
            topic,
            position,
            topicWords: words,
          }))}
        />
        <TextArea {...list("interests")} />
        <RowsField
          {...rows("moves")}
          hidden="moveId"
          columns={[
            { name: "move", label: columnWords.move, long: true },
            { name: "moveWords", label: columnWords.words },
          ]}
          rows={written.moves.map(({ id, what, words }) => ({ moveId: id, move: what, moveWords: words }))}
        />
        <TextArea {...list("never")} />
        <RowsField
          {...rows("triggers")}
          columns={[
            { name: "trigger", label: columnWords.trigger, long: true },
            { name: "triggerWords", label: columnWords.words },
          ]}
          rows={written.triggers.map(({ what, words }) => ({ trigger: what, triggerWords: words }))}
        />
        <TextArea {...list("knows")} />
        <TextArea {...list("doesNotKnow")} />
        <RowsField
          {...rows("secrets")}
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
      </Part>
      <Part title={partWords.ladder}>
        <RowsField
          {...rows("concessions")}
          hidden="stepId"
          columns={[{ name: "step", label: columnWords.step, long: true }]}
          rows={written.concessions.map(({ id, what }) => ({ stepId: id, step: what }))}
        />
      </Part>
    </>
  );
}
