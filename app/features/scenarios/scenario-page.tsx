import type { ReactNode } from "react";
import { Form } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useFocusFault } from "#app/ui/use-focus-fault.ts";
import { type CoachMode, coachModes } from "./coach-mode.ts";
import { modeWords } from "./coach-mode-words.ts";
import type { ReadBefore } from "./before-start/before.ts";
import { BeforeFields } from "./before-start/before-fields.tsx";
import { briefingFacts, briefingWords } from "./briefing-words.ts";
import { DifficultyChoice } from "./difficulty-choice.tsx";
import type { startForm } from "./forms.ts";
import { type FrameworkMove, FrameworkMoves } from "./framework-moves.tsx";
import type { ScenarioContent } from "./scenario.ts";
import { calledName, categoryWords, startWords } from "./scenario-words.ts";

export type ScenarioOnPage = Pick<
  ScenarioContent,
  "title" | "summary" | "category" | "situation" | "learner" | "minutes" | "expectedTurns" | "opener"
> & {
  partner: { name: string; relationship: string };
  /** The framework with this scenario's own examples merged into its moves. */
  framework: { name: string; oneLine: string; moves: FrameworkMove[] };
};

type ScenarioPageProps = {
  scenario: ScenarioOnPage;
  /**
   * What the practice budget of who is here holds, in words, and whether that is anything at all. Null for a visitor
   * without invitation: the button then leads to the sign-in page, and the page says so.
   */
  budget: { words: string; spent: boolean } | null;
  /** Why it could not start, in words; shown over the button. */
  error?: string | null;
  /** What came back because some of it was too long to be kept, or because they first see whom to call. */
  returned?: ReturnedStart | null;
  /** Whom to call, where what they set themselves has words that can be about self-harm. */
  help?: ReactNode;
};

type ReturnedStart = Pick<Extract<ReadBefore, { ok: false }>, "typed" | "tooLong"> & {
  settings: ReturnType<typeof startForm>;
};

/** The brief before a conversation, and the form that starts it (posts to this page: `difficulty`, `coachMode`, and what they set themselves). */
export function ScenarioPage({ scenario, budget, error, returned = null, help = null }: ScenarioPageProps) {
  const form = useFocusFault(returned);
  return (
    <article className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <p className="small-caps text-ink-soft">{categoryWords[scenario.category].title}</p>
        <h1 className="mt-2 font-script text-2xl font-semibold sm:text-3xl">{scenario.title}</h1>
        <p className="mt-3 max-w-[60ch] font-script text-lg text-ink-soft">{scenario.summary}</p>
        <Briefing scenario={scenario} />
        <div className="mt-8 max-w-[62ch] space-y-4 text-base">
          <h2 className="font-script text-xl font-semibold">{briefingWords.happened}</h2>
          {scenario.situation.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <figure className="mt-8 max-w-[62ch] border-s-2 border-control ps-5">
          <figcaption className="text-sm text-ink-soft">
            {startWords.opener(calledName(scenario.partner.name))}
          </figcaption>
          <blockquote className="mt-1 font-script text-xl">“{scenario.opener}”</blockquote>
        </figure>
      </div>
      <Form
        ref={form}
        method="post"
        className="min-w-0 self-start rounded-lg border border-line bg-sheet p-5 shadow-sheet sm:p-6 lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1"
      >
        <h2 className="font-script text-xl font-semibold">{startWords.title}</h2>
        {help === null ? null : (
          <>
            {help}
            <input type="hidden" name="helpSeen" value="yes" />
          </>
        )}
        <div className="mt-4 space-y-6">
          <DifficultyChoice
            partnerName={calledName(scenario.partner.name)}
            chosen={returned?.settings.difficulty}
          />
          <CoachChoice chosen={returned?.settings.coachMode} />
          {/* Before signing in nothing could be kept. */}
          {budget === null || budget.spent ? null : (
            <BeforeFields
              goal={scenario.learner.goal}
              typed={returned?.typed ?? null}
              tooLong={returned?.tooLong ?? []}
            />
          )}
        </div>
        {error ? (
          <p role="alert" className="mt-5 rounded-md bg-alarm-wash px-4 py-3 text-sm text-alarm">
            {error}
          </p>
        ) : null}
        {budget?.spent ? (
          <div className="mt-6">
            <Notice>{budget.words}</Notice>
          </div>
        ) : (
          <>
            <SubmitButton className="mt-6 w-full">{startWords.start}</SubmitButton>
            <p className="mt-3 text-sm text-ink-soft">
              {budget === null ? startWords.invitation : `${startWords.pause} ${budget.words}`}
            </p>
          </>
        )}
      </Form>
      <FrameworkMoves framework={scenario.framework} />
    </article>
  );
}

/** Everything to know before the start, in one place. */
function Briefing({ scenario }: { scenario: ScenarioOnPage }) {
  const { coach, privacy, nature } = briefingWords;
  const facts = [...briefingFacts(scenario), { term: coach.term, text: coach.open }, privacy, nature];
  return (
    <section aria-labelledby="brief" className="mt-7 max-w-[62ch]">
      <h2 id="brief" className="font-script text-xl font-semibold">
        {briefingWords.title}
      </h2>
      <div className="mt-3">
        <FactList facts={facts} />
      </div>
    </section>
  );
}

function CoachChoice({ chosen = "after-each-turn" }: { chosen?: CoachMode }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{startWords.coach}</legend>
      <div className="grid gap-2">
        {coachModes.map((mode) => (
          <Choice
            key={mode}
            name="coachMode"
            value={mode}
            title={modeWords[mode].title}
            defaultChecked={mode === chosen}
          >
            {modeWords[mode].means}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
