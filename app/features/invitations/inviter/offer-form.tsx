import type { FormEvent } from "react";
import { Form } from "react-router";
import {
  type OfferField,
  type OfferFields,
  offerLimits,
  ownAmount,
  type WrongFields,
} from "#app/features/invitations/forms.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { offerErrorWords, offerWords } from "./inviter-words.ts";

export type OfferChoices = {
  /** Sealed: the link this form will make. */
  link: string;
  presets: { id: string; name: string; tokens: number; turns: number }[];
  scenarios: { slug: string; title: string }[];
  /** An amount of one's own may be named. */
  mayName: boolean;
  /** About how many turns the least and the most amount carry. */
  turns: { least: number; most: number };
  /** Weighted tokens in the inviter's own budget, where it is taken from that; null: the operator's. */
  left: number | null;
};

type OfferFormProps = {
  choices: OfferChoices;
  /** What was typed and refused; null: a fresh form. */
  typed: OfferFields | null;
  wrong: WrongFields;
};

/** Everything about an invitation that is to be made. Posts to the page that shows it. */
export function OfferForm({ choices, typed, wrong }: OfferFormProps) {
  const { label, note, scenario, days, seats } = offerWords;
  const error = (field: OfferField) => offerErrorWords(wrong, field);
  return (
    <Form method="post" className="max-w-2xl space-y-5">
      {/* A fresh one for each answer, so that what was refused is not taken for the same form. */}
      <input type="hidden" name="link" key={choices.link} defaultValue={choices.link} />
      <TextField
        {...label}
        id="offer-label"
        name="label"
        required
        maxLength={offerLimits.labelCharacters}
        defaultValue={typed?.label}
        error={error("label")}
      />
      <TextArea
        {...note}
        id="offer-note"
        name="note"
        maxLength={offerLimits.noteCharacters}
        defaultValue={typed?.note}
        error={error("note")}
      />
      <SelectField
        {...scenario}
        id="offer-scenario"
        name="scenario"
        defaultValue={typed?.scenario ?? ""}
        options={[
          { value: "", label: offerWords.anyScenario },
          ...choices.scenarios.map(({ slug, title }) => ({ value: slug, label: title })),
        ]}
        error={error("scenario")}
      />
      <div className="field-row max-sm:space-y-5">
        <TextField
          {...days}
          id="offer-days"
          name="days"
          inputMode="numeric"
          required
          defaultValue={typed?.days ?? offerLimits.usualDays}
          error={error("days")}
        />
        <TextField
          {...seats}
          id="offer-seats"
          name="seats"
          inputMode="numeric"
          required
          defaultValue={typed?.seats ?? 1}
          error={error("seats")}
        />
      </div>
      <BudgetChoice choices={choices} typed={typed} error={error} />
      <SubmitButton className="w-full sm:w-auto">{offerWords.submit}</SubmitButton>
    </Form>
  );
}

type BudgetChoiceProps = Pick<OfferFormProps, "choices" | "typed"> & {
  error(field: OfferField): string | undefined;
};

function BudgetChoice({ choices: { presets, mayName, left, turns }, typed, error }: BudgetChoiceProps) {
  const chosen = typed?.preset ?? presets[0]?.id ?? ownAmount;
  return (
    <fieldset id="offer-preset" tabIndex={-1}>
      <legend className="font-semibold">{offerWords.budget}</legend>
      {left === null ? null : <p className="text-sm text-ink-soft">{offerWords.fromYours(left)}</p>}
      {error("preset") ? <p className="mt-1 text-sm text-alarm">{error("preset")}</p> : null}
      {presets.length === 0 && !mayName ? <Notice>{offerWords.noPresets}</Notice> : null}
      <div className="mt-2 grid gap-2">
        {presets.map(({ id, name, tokens, turns }) => (
          <Choice key={id} name="preset" value={id} title={name} defaultChecked={chosen === id}>
            {offerWords.preset(tokens, turns)}
          </Choice>
        ))}
        {mayName ? (
          <Choice
            name="preset"
            value={ownAmount}
            title={offerWords.own}
            defaultChecked={chosen === ownAmount}
          />
        ) : null}
      </div>
      {mayName ? (
        <div className="mt-3">
          <TextField
            label={offerWords.tokens.label}
            hint={offerWords.tokens.hint(turns.least, turns.most)}
            id="offer-tokens"
            name="tokens"
            inputMode="numeric"
            onInput={chooseOwn}
            defaultValue={typed?.tokens}
            error={error("tokens")}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

/** Whoever types an amount means it. */
function chooseOwn({ currentTarget: { form, value } }: FormEvent<HTMLInputElement>) {
  const budgets = form?.elements.namedItem("preset");
  if (value !== "" && budgets instanceof RadioNodeList) budgets.value = ownAmount;
}
