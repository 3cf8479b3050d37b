import { difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import type { ConversationSettings } from "./conversation.ts";

type PrintHeadProps = {
  scenario: { title: string; version: number };
  partner: { name: string; relationship: string };
  settings: ConversationSettings;
  /** ISO 8601. */
  startedAt: string;
  /** Absolute. */
  url: string;
};

/** On paper only: which conversation this is, and where it lives. */
export function PrintHead({ scenario, partner, settings, startedAt, url }: PrintHeadProps) {
  return (
    <dl className="print-only print-head">
      <Fact term="Scenario" text={`${scenario.title} (version ${scenario.version})`} />
      <Fact term="With" text={`${partner.name}, ${partner.relationship}`} />
      <Fact term="Difficulty" text={difficultyWords(partner.name)[settings.difficulty].title} />
      <Fact term="Begun" text={day.format(new Date(startedAt))} />
      <Fact term="Address" text={url} />
      <Fact term="What it is" text="AI practice, not therapy. Everybody in it but you is a program." />
    </dl>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}: </dt>
      <dd>{text}</dd>
    </div>
  );
}

// In UTC, so that the server's words and the browser's are the same.
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
