import { type Before, nothingSet } from "#app/features/scenarios/before-start/before.ts";
import { feelingsWords, setWords } from "#app/features/scenarios/before-start/before-words.ts";
import { type Briefing, briefingFacts, briefingWords } from "#app/features/scenarios/briefing-words.ts";
import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import { modeWords } from "#app/features/scenarios/coach-mode-words.ts";
import { calledName, difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import type { ConversationSettings } from "./conversation.ts";

export type Brief = Briefing & {
  scenarioTitle: string;
  situation: string[];
  settings: ConversationSettings;
  /** What the learner set themselves, beside the goal. */
  before?: Before;
};

/** The brief again, for the panel in the room's header. */
export function ConversationBrief({ brief }: { brief: Brief }) {
  const { coachMode, difficulty } = brief.settings;
  const before = brief.before ?? nothingSet;
  const { coach, privacy, nature } = briefingWords;
  const hard = difficultyWords(calledName(brief.partner.name))[difficulty];
  const terms = [
    { term: briefingWords.difficulty, text: `${hard.title}. ${hard.changes}` },
    { term: coach.term, text: coachMode === "after-each-turn" ? coach.on : modeText(coachMode) },
    privacy,
    nature,
  ];
  return (
    <div className="space-y-4 text-sm">
      <h2 className="font-script text-lg font-semibold">{brief.scenarioTitle}</h2>
      <Facts
        facts={[
          ...briefingFacts(brief, before.goal === null ? undefined : setWords.goal),
          ...setFacts(before),
        ]}
      />
      <h3 className="border-t border-line pt-4 font-semibold">{briefingWords.happened}</h3>
      {brief.situation.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <hr className="border-line" />
      <Facts facts={terms} />
    </div>
  );
}

function modeText(mode: CoachMode): string {
  const { title, means } = modeWords[mode];
  return mode === "off" ? briefingWords.coach.off : `${title}. ${means}`;
}

function setFacts({ redLine, ...feelings }: Before) {
  const felt = feelingsWords(feelings);
  return [
    ...(redLine === null ? [] : [{ term: setWords.redLine, text: redLine }]),
    ...(felt === null ? [] : [{ term: setWords.before, text: felt }]),
  ];
}

function Facts({ facts }: { facts: { term: string; text: string }[] }) {
  return (
    <dl className="space-y-2">
      {facts.map(({ term, text }) => (
        <div key={term}>
          <dt className="text-xs text-ink-soft">{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
