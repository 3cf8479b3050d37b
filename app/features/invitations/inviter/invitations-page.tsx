import { Form } from "react-router";
import { offerFields, type WrongFields } from "#app/features/invitations/forms.ts";
import { type Standing, standings } from "#app/features/invitations/invitation.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { InvitationRows } from "./invitation-rows.tsx";
import { filterWords, inviterWords, offerErrorWords, offerRefusals, standingWords } from "./inviter-words.ts";
import type { KeptInvitation } from "./kept-invitation.ts";
import { type OfferChoices, OfferForm } from "./offer-form.tsx";
import type { OfferRefusal } from "./offer-refusal.ts";

export type InvitationsPageProps = {
  invitations: KeptInvitation[];
  total: number;
  page: number;
  pages: number;
  asked: { state: Standing | null; search: string };
  choices: OfferChoices;
  /** Why the last post made nothing; null: nothing was posted. */
  refused: OfferRefusal | null;
};

/** Invitations are made here, and all of them are listed. */
export function InvitationsPage(props: InvitationsPageProps) {
  const { invitations, total, page, pages, asked, choices, refused } = props;
  const filtered = asked.state !== null || asked.search !== "";
  return (
    <>
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{inviterWords.title}</h1>
      <p className="mt-2 max-w-[60ch] text-ink-soft">{inviterWords.about}</p>
      <div className="mt-4">
        <Disclosure summary={inviterWords.make} open={refused !== null || (total === 0 && !filtered)}>
          {refused === null ? null : (
            <div className="mb-5">
              <ErrorSummary answer={refused} faults={faultsOf(refused.wrong)}>
                {refused.reason === "short"
                  ? offerRefusals.short(refused.needed, refused.left)
                  : offerRefusals[refused.reason]}
              </ErrorSummary>
            </div>
          )}
          <OfferForm choices={choices} typed={refused?.typed ?? null} wrong={refused?.wrong ?? {}} />
        </Disclosure>
      </div>
      <section aria-labelledby="handed-out" className="mt-10">
        <h2 id="handed-out" className="font-script text-xl font-semibold">
          {inviterWords.list}
        </h2>
        {total > 0 || filtered ? <Filter asked={asked} /> : null}
        {total > 0 ? (
          <>
            <p className="my-3 text-sm text-ink-soft">{inviterWords.count(total)}</p>
            <InvitationRows invitations={invitations} />
            <PageLinks page={page} pages={pages} to={(n) => addressOf(asked, n)} />
          </>
        ) : (
          <div className="mt-4">
            {filtered ? (
              <EmptyState
                title={inviterWords.noneFound.title}
                action={
                  <ButtonLink kind="quiet" to="/admin/invitations">
                    {inviterWords.noneFound.all}
                  </ButtonLink>
                }
              >
                {inviterWords.noneFound.text}
              </EmptyState>
            ) : (
              <EmptyState title={inviterWords.none.title}>{inviterWords.none.text}</EmptyState>
            )}
          </div>
        )}
      </section>
    </>
  );
}

function faultsOf(wrong: WrongFields) {
  return offerFields.flatMap((field) => {
    const words = offerErrorWords(wrong, field);
    return words ? [{ field: `offer-${field}`, words }] : [];
  });
}

function Filter({ asked: { state, search } }: Pick<InvitationsPageProps, "asked">) {
  return (
    <Form method="get" className="mt-4 flex flex-wrap items-end gap-4">
      <div className="w-full sm:w-52">
        <SelectField
          label={filterWords.state}
          name="state"
          defaultValue={state ?? ""}
          options={[
            { value: "", label: filterWords.all },
            ...standings.map((value) => ({ value, label: standingWords[value] })),
          ]}
        />
      </div>
      <div className="w-full sm:w-64">
        <TextField label={filterWords.search} name="q" type="search" defaultValue={search} />
      </div>
      <Button kind="quiet">{filterWords.apply}</Button>
    </Form>
  );
}

function addressOf({ state, search }: InvitationsPageProps["asked"], page: number): string {
  const query = new URLSearchParams();
  if (state !== null) query.set("state", state);
  if (search !== "") query.set("q", search);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "/admin/invitations" : `/admin/invitations?${query}`;
}
