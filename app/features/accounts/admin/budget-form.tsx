import { Form } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { personWords } from "./admin-words.ts";
import type { PersonErrors } from "./forms.ts";
import type { PersonDetails } from "./people.server.ts";

type BudgetFormProps = {
  person: PersonDetails;
  errors: PersonErrors;
  typed: { amount: string; reason: string };
};

/** What somebody may spend, and adding to it or taking from it, with a reason. */
export function BudgetForm({ person, errors, typed }: BudgetFormProps) {
  const { title, about, quota, used, held, left, amount, amountHint, reason, reasonHint, add, take } =
    personWords.budget;
  return (
    <Form method="post" className="space-y-3">
      <h2 className="font-script text-lg font-semibold">{title}</h2>
      <p className="text-sm text-ink-soft">{about}</p>
      <FactList
        facts={[
          { term: quota, text: tokens(person.quota) },
          { term: used, text: tokens(person.used) },
          { term: held, text: tokens(person.held) },
          { term: left, text: tokens(person.left) },
        ]}
      />
      <input type="hidden" name="intent" value="budget" />
      {/* A change that was made begins a new form. */}
      <div key={`${person.quota} ${typed.amount}`} className="space-y-3">
        <TextField
          label={amount}
          hint={amountHint}
          name="amount"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed.amount}
          error={errors.amount}
        />
        <TextField
          label={reason}
          hint={reasonHint}
          name="reason"
          autoComplete="off"
          maxLength={200}
          defaultValue={typed.reason}
          error={errors.reason}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton kind="quiet" name="direction" value="add">
          {add}
        </SubmitButton>
        <SubmitButton kind="quiet" name="direction" value="take">
          {take}
        </SubmitButton>
      </div>
    </Form>
  );
}

function tokens(count: number): string {
  return count.toLocaleString("en");
}
