import Download from "lucide-react/icons/download";
import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { splitLabel } from "./coach-note.tsx";
import type { ConversationSettings, Ending } from "./conversation.ts";
import { endedWords, turnCountWords } from "./conversation-words.ts";

type EndedSummaryProps = {
  conversationId: string;
  scenario: { slug: string; title: string };
  partnerName: string;
  /** Null: the learner ended it without saying how. */
  ending: Ending | null;
  /** Who moved to end it: the learner by the form, or the partner whose proposal was accepted. */
  endedBy: "learner" | "partner";
  turns: number;
  /** Every note the coach wrote, in order. */
  notes: { ordinal: number; text: string }[];
  /** Carried into "Practise it again". */
  settings: ConversationSettings;
};

/** How it ended, what the coach noted on the way, and where to go from here. The transcript follows below it. */
export function EndedSummary(props: EndedSummaryProps) {
  const { conversationId, scenario, partnerName, ending, endedBy, turns, notes, settings } = props;
  return (
    <section aria-labelledby="ended" className="border-b border-line bg-paper px-4 py-8 sm:px-8 sm:py-10">
      <p className="text-sm text-ink-soft">{scenario.title}</p>
      <h2 id="ended" className="mt-2 font-script text-2xl font-semibold">
        {endedWords(ending, endedBy, partnerName)}
      </h2>
      <p className="mt-2 text-ink-soft">
        {turnCountWords(turns)} with {partnerName}.
        {endedBy === "partner" && ending !== "someone-leaves"
          ? ` ${partnerName} offered to leave it there, and you accepted.`
          : ""}
      </p>
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Form method="post" action={`/scenarios/${scenario.slug}`} className="no-print">
          <input type="hidden" name="difficulty" value={settings.difficulty} />
          <input type="hidden" name="coachMode" value={settings.coachMode} />
          <Button>Practise it again</Button>
        </Form>
        <ExportLink href={`/conversation/${conversationId}/export.md`} label="Download as text (.md)" />
        <ExportLink href={`/conversation/${conversationId}/export.json`} label="As data (.json)" />
      </div>
      {notes.length === 0 ? null : <Takeaways notes={notes} />}
      <h2 className="mt-10 font-script text-xl font-semibold">What was said</h2>
    </section>
  );
}

function Takeaways({ notes }: { notes: EndedSummaryProps["notes"] }) {
  return (
    <div className="mt-9">
      <h2 className="font-script text-xl font-semibold">What the coach noted</h2>
      <ol className="mt-4 grid gap-x-10 gap-y-5 md:grid-cols-2">
        {notes.map((note) => {
          const { label, body } = splitLabel(note.text);
          return (
            <li key={note.ordinal} className="border-s-2 border-pencil ps-4 text-sm">
              <p className="font-semibold text-pencil">
                <a href={`#turn-${note.ordinal}`} className="inline-block py-1 text-pencil">
                  {label ?? "Note"}
                  <span className="font-normal">, turn {note.ordinal}</span>
                </a>
              </p>
              <p className="spoken" dir="auto">
                {body}
              </p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function ExportLink({ href, label }: { href: string; label: string }) {
  return (
    <a
      href={href}
      download
      className="no-print inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold"
    >
      <Download aria-hidden="true" className="size-4" />
      {label}
    </a>
  );
}
