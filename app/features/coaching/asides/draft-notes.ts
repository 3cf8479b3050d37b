import { noteKind, unsaidMoves } from "#app/features/coaching/notes/coach-reading.ts";
import { personaHint } from "#app/features/coaching/notes/coach-hints.ts";
import { isFreeLabel } from "#app/features/coaching/notes/note-label.ts";
import { fill, firstName, freshFirst, note } from "#app/features/coaching/notes/note-writing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { AsideQuestion } from "./aside-request.ts";
import { draftPath } from "./draft-path.ts";
import { draftWords } from "./draft-words.ts";

/** What a scripted coach may say about the draft, best first: label, the learner's own phrase, what it would do, a move. */
export function draftNotes(question: AsideQuestion): string[] {
  const { content, branch, aside } = question;
  const path = draftPath(question);
  const draft = path.at(-1);
  if (!draft) return [];
  // Read after what was really said; the drafts before it stand for their labels only.
  const kind = noteKind(content, [...branch, draft]);
  const { labels, effects, nexts } = draftWords(kind);
  const hints = kind === "held" || kind === "too-late" ? hintsFor(question, [...branch, draft]) : nexts;
  const free = freshFirst(labels, path, content).filter((label) => isFreeLabel(fill(label, content), path));
  const said = freshFirst(effects, path, content);
  const next = freshFirst(hints, path, content);
  return free.map((label, at) =>
    note(content, path, label, pick(said, at + aside.text.length), pick(next, at)),
  );
}

/** What this partner has not heard yet, as a move. */
function hintsFor({ content, branch }: AsideQuestion, path: Turn[]): string[] {
  const ordinal = branch.at(-1)?.ordinal ?? 0;
  return unsaidMoves(content, path).map(({ what }, at) =>
    personaHint(what, firstName(content), ordinal + at),
  );
}

function pick(texts: string[], at: number): string {
  return texts[at % Math.max(1, texts.length)] ?? "";
}
