import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { otherErrors, type RefusedScenario } from "#app/features/scenarios/writing/field-errors.ts";
import type { WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useFocusFault } from "#app/ui/use-focus-fault.ts";
import type { DraftReason } from "./own-scenario.ts";
import { OwnScenarioFields } from "./own-scenario-fields.tsx";
import { Refused } from "./own-scenarios-page.tsx";
import { byModelWords, draftWords, plainDraftWords, refusedWords } from "./own-words.ts";
import type { Situation } from "./situation.ts";
import { type RefusedSituation, SituationForm } from "./situation-form.tsx";

/** How far it is: being drafted, not drafted and why, or there to be edited. */
export type OwnDraft =
  | { state: "drafting" }
  | { state: "none"; why: "failed" | "stopped" | "declined"; situation: Situation }
  | {
      state: "there";
      written: WrittenScenario;
      /** It was kept before. */
      kept: boolean;
      /** Null once it was kept: from then on it is theirs, whoever drafted it. */
      by: "model" | Exclude<DraftReason, "declined"> | null;
    };

type OwnDraftPageProps = {
  id: string;
  draft: OwnDraft;
  refusedAnswers: RefusedSituation | null;
  refusedScenario: RefusedScenario | null;
  /** Whom to call, over what came back for what it signals; null otherwise. */
  help: ReactNode;
};

/** One of somebody's own scenarios: its draft to edit, or the way to one. */
export function OwnDraftPage(props: OwnDraftPageProps) {
  return (
    <div className="max-w-3xl">
      <p className="text-sm">
        <Link to="/own-scenarios" className="inline-flex min-h-target items-center font-semibold">
          {draftWords.back}
        </Link>
      </p>
      <AsFarAsItIs {...props} />
    </div>
  );
}

function AsFarAsItIs({ id, draft, refusedAnswers, refusedScenario, help }: OwnDraftPageProps) {
  switch (draft.state) {
    case "drafting":
      return <Drafting id={id} />;
    case "none":
      return <NotDrafted id={id} draft={draft} refused={refusedAnswers} help={help} />;
    case "there":
      return <Editing draft={draft} refused={refusedScenario} help={help} />;
  }
}

function Drafting({ id }: { id: string }) {
  return (
    <div role="status">
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{draftWords.waitingTitle}</h1>
      <p className="mt-2 text-ink-soft">{draftWords.waiting}</p>
      <p className="mt-4">
        <Link to={`/own-scenarios/${id}`} className="inline-flex min-h-target items-center font-semibold">
          {draftWords.look}
        </Link>
      </p>
    </div>
  );
}

type NotDraftedProps = {
  id: string;
  draft: Extract<OwnDraft, { state: "none" }>;
  refused: RefusedSituation | null;
  help: ReactNode;
};

function NotDrafted({ id, draft: { why, situation }, refused, help }: NotDraftedProps) {
  const declined = why === "declined";
  return (
    <>
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">
        {declined ? draftWords.declinedTitle : draftWords.failedTitle}
      </h1>
      <p className="mt-2 mb-6 max-w-[60ch] text-ink-soft">{draftWords[why]}</p>
      <div role="alert">{refused === null ? null : <Refused>{refusedWords[refused.reason]}</Refused>}</div>
      {help}
      <div className="mt-6">
        <SituationForm
          scenarioId={id}
          answers={situation}
          refused={refused}
          again={declined ? "declined" : "failed"}
        />
      </div>
    </>
  );
}

type EditingProps = {
  draft: Extract<OwnDraft, { state: "there" }>;
  refused: RefusedScenario | null;
  help: ReactNode;
};

function Editing({ draft: { written, kept, by }, refused, help }: EditingProps) {
  const form = useFocusFault(refused);
  return (
    <>
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">
        {kept ? draftWords.edit : draftWords.title}
      </h1>
      <p className="mt-2 max-w-[60ch] text-ink-soft">{kept ? draftWords.editAbout : draftWords.about}</p>
      {by === null ? null : (
        <div className="mt-3">
          <Notice>{by === "model" ? byModelWords : plainDraftWords[by]}</Notice>
        </div>
      )}
      <div role="alert">
        {refused === null ? null : <Refused>{whyNotKept(refused, help !== null)}</Refused>}
      </div>
      {help}
      <Form ref={form} method="post" className="mt-8 max-w-2xl space-y-8">
        <OwnScenarioFields written={refused?.written ?? written} refused={refused} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="practise">
            {draftWords.keepAndPractise}
          </SubmitButton>
          <Button kind="quiet" name="intent" value="keep">
            {draftWords.keep}
          </Button>
        </div>
      </Form>
    </>
  );
}

function whyNotKept(refused: RefusedScenario, helped: boolean): string {
  if (refused.away) return refusedWords.away;
  const faultless = refused.faults.length === 0 && refused.screened.length === 0;
  if (helped && faultless) return refusedWords.helpInstead;
  return [refusedWords.saved, ...otherErrors(refused)].join(" ");
}
