import { setWords } from "#app/features/scenarios/before-start/before-words.ts";
import { difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import type { Parting } from "./branches/branch.ts";
import { numberedBranch, rewoundBranch } from "./branches/branch-words.ts";
import { printWords } from "./conversation-words.ts";
import type { ConversationSettings } from "./conversation.ts";

type PrintHeadProps = {
  scenario: { title: string; version: number };
  partner: { name: string; relationship: string };
  settings: ConversationSettings;
  /** ISO 8601. */
  startedAt: string;
  /** Absolute. */
  url: string;
  /** Which of them this is, where the conversation has several. */
  branch?: BranchOnPaper;
  /** The learner's own, where the page does not say it anyway. */
  redLine?: string | null;
};

type BranchOnPaper = { number: number | null; of: number; parting: Parting | null };

/** On paper only: which conversation this is, and where it lives. */
export function PrintHead(props: PrintHeadProps) {
  const { scenario, partner, settings, startedAt, url, branch, redLine } = props;
  return (
    <dl className="print-only print-head">
      <Fact term={printWords.scenario} text={printWords.version(scenario.title, scenario.version)} />
      <Fact term={printWords.partner} text={`${partner.name}, ${partner.relationship}`} />
      <Fact term={printWords.difficulty} text={difficultyWords(partner.name)[settings.difficulty].title} />
      {redLine ? <Fact term={setWords.redLine} text={redLine} /> : null}
      <Fact term={printWords.begun} text={day.format(new Date(startedAt))} />
      {branch && branch.of > 1 ? <Fact term={printWords.branch} text={branchOnPaper(branch)} /> : null}
      <Fact term={printWords.address} text={url} />
      <Fact term={printWords.nature.term} text={printWords.nature.text} />
    </dl>
  );
}

function branchOnPaper({ number, of, parting }: BranchOnPaper): string {
  return number === null ? rewoundBranch(of) : numberedBranch(number, of, parting);
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
