export type Brief = {
  scenarioTitle: string;
  situation: string[];
  learner: { role: string; goal: string };
  partner: { name: string; relationship: string };
  difficulty: "easy" | "real" | "hard";
};

/** The brief again, for the panel in the room's header. */
export function ConversationBrief({ brief }: { brief: Brief }) {
  return (
    <div className="space-y-4 text-sm">
      <h2 className="font-script text-lg font-semibold">{brief.scenarioTitle}</h2>
      <dl className="space-y-2">
        <Fact term="You talk with" text={`${brief.partner.name}, ${brief.partner.relationship}`} />
        <Fact term="You are" text={brief.learner.role} />
        <Fact term="A good ending" text={brief.learner.goal} />
        <Fact term="Difficulty" text={difficultyNames[brief.difficulty]} />
      </dl>
      <h3 className="border-t border-line pt-4 font-semibold">What has happened</h3>
      {brief.situation.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

const difficultyNames = { easy: "Easy", real: "Real", hard: "Hard" };
