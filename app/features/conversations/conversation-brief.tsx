import { type Briefing, briefingFacts, briefingWords } from "#app/features/scenarios/briefing-words.ts";
import { calledName, difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import type { ConversationSettings } from "./conversation.ts";

export type Brief = Briefing & {
  scenarioTitle: string;
  situation: string[];
  settings: ConversationSettings;
};

/** The brief again, for the panel in the room's header. */
export function ConversationBrief({ brief }: { brief: Brief }) {
  const { coachMode, difficulty } = brief.settings;
  const { coach, privacy, nature } = briefingWords;
  const hard = difficultyWords(calledName(brief.partner.name))[difficulty];
  const terms = [
    { term: briefingWords.difficulty, text: `${hard.title}. ${hard.changes}` },
    { term: coach.term, text: coachMode === "off" ? coach.off : coach.on },
    privacy,
    nature,
  ];
  return (
    <div className="space-y-4 text-sm">
      <h2 className="font-script text-lg font-semibold">{brief.scenarioTitle}</h2>
      <Facts facts={briefingFacts(brief)} />
      <h3 className="border-t border-line pt-4 font-semibold">{briefingWords.happened}</h3>
      {brief.situation.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <hr className="border-line" />
      <Facts facts={terms} />
    </div>
  );
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
