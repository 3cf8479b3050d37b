import type { ReactNode } from "react";
import { Form } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { TypedPreset } from "./forms.ts";
import { type Preset, presetLimits } from "./preset.ts";
import { presetRefusals, presetWords, yoursWords } from "./preset-words.ts";

type PresetsPageProps = {
  presets: (Preset & { turns: number })[];
  /** Why the last post changed nothing, and what was typed. */
  refused: { reason: keyof typeof presetRefusals; typed: TypedPreset } | null;
};

/** The budgets an inviter picks from: each can be changed where it stands. */
export function PresetsPage({ presets, refused }: PresetsPageProps) {
  // After a conflict the form shows what is there now; what was wanted stands over it.
  const kept = refused?.reason === "conflict" ? null : refused?.typed;
  return (
    <div className="max-w-3xl">
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{presetWords.title}</h1>
      <p className="mt-2 mb-4 max-w-[60ch] text-ink-soft">{presetWords.about}</p>
      <div role="alert">
        {refused === null ? null : (
          <div className="mb-5 rounded-md bg-alarm-wash px-4 py-3 text-sm text-alarm">
            <p>{presetRefusals[refused.reason]}</p>
            {refused.reason === "conflict" && refused.typed.name !== "" ? (
              <p className="mt-1 wrap-anywhere">{yoursWords(refused.typed.name, refused.typed.tokens)}</p>
            ) : null}
          </div>
        )}
      </div>
      {presets.length === 0 ? (
        <EmptyState title={presetWords.none.title}>{presetWords.none.text}</EmptyState>
      ) : (
        <ul className="border-b border-line">
          {presets.map((preset, at) => (
            <li key={`${preset.id} ${preset.name} ${preset.tokens}`} className="border-t border-line py-5">
              <PresetForms
                preset={preset}
                typed={kept?.id === preset.id ? kept : null}
                isFirst={at === 0}
                isLast={at === presets.length - 1}
              />
            </li>
          ))}
        </ul>
      )}
      <h2 className="mt-10 font-script text-xl font-semibold">{presetWords.new}</h2>
      <Form method="post" className="mt-3 flex flex-wrap items-end gap-4" key={presets.length}>
        <input type="hidden" name="intent" value="make" />
        <Fields typed={kept?.id === null ? kept : { name: "", tokens: "" }} />
        <SubmitButton>{presetWords.make}</SubmitButton>
      </Form>
    </div>
  );
}

type PresetFormsProps = {
  preset: Preset & { turns: number };
  typed: TypedPreset | null;
  isFirst: boolean;
  isLast: boolean;
};

function PresetForms({ preset, typed, isFirst, isLast }: PresetFormsProps) {
  const { id, name, tokens, turns } = preset;
  const was = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="wasName" value={name} />
      <input type="hidden" name="wasTokens" value={tokens} />
    </>
  );
  const of = <span className="sr-only">{presetWords.of(name)}</span>;
  return (
    <>
      <Form method="post" className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="intent" value="change" />
        {was}
        <Fields typed={typed ?? { name, tokens: tokens.toLocaleString("en") }} />
        <SubmitButton kind="quiet">
          {presetWords.save}
          {of}
        </SubmitButton>
      </Form>
      <div className="mt-2 flex flex-wrap items-center gap-x-4">
        <span className="me-auto text-sm text-ink-soft">{presetWords.turns(turns)}</span>
        {isFirst ? null : (
          <Move id={id} direction="up">
            {presetWords.up}
            {of}
          </Move>
        )}
        {isLast ? null : (
          <Move id={id} direction="down">
            {presetWords.down}
            {of}
          </Move>
        )}
        {/* The second press says what it does. */}
        <details className="open:basis-full">
          <summary className="inline-flex min-h-target items-center text-sm font-semibold text-pen underline underline-offset-4">
            {presetWords.remove}
            {of}
          </summary>
          <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-2">
            <input type="hidden" name="intent" value="delete" />
            {was}
            <p className="text-sm">{presetWords.removes}</p>
            <SubmitButton kind="quiet">{presetWords.removeNow(name)}</SubmitButton>
          </Form>
        </details>
      </div>
    </>
  );
}

function Fields({ typed }: { typed: Pick<TypedPreset, "name" | "tokens"> }) {
  return (
    <>
      <div className="w-full sm:w-80">
        <TextField
          label={presetWords.name}
          name="name"
          required
          maxLength={presetLimits.nameCharacters}
          defaultValue={typed.name}
        />
      </div>
      <div className="w-40">
        <TextField
          label={presetWords.tokens}
          name="tokens"
          inputMode="numeric"
          required
          defaultValue={typed.tokens}
        />
      </div>
    </>
  );
}

type MoveProps = { id: string; direction: "up" | "down"; children: ReactNode };

function Move({ id, direction, children }: MoveProps) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="direction" value={direction} />
      <SubmitButton kind="plain">{children}</SubmitButton>
    </Form>
  );
}
