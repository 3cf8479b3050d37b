import { expect, test } from "vitest";
import type { Turn } from "#app/features/conversations/conversation.ts";
import { anyScenario } from "#e2e/fakes/learners/any-scenario.ts";
import { coachNotes } from "./coach-notes.ts";
import { frameworks } from "./frameworks.ts";
import { noteLabel } from "./note-label.ts";
import { quotationsIn } from "./note-quotes.ts";
import { seeded } from "./seeded.testing.ts";
import { rehearse } from "./testing.ts";

/** A question of theirs in each conversation, and one that follows something else in the same message. */
const askers = [
  "So we should talk.",
  "I should have said something sooner, I know. What would you do in my place?",
  "Is there anything that would change it?",
  "I should have told you long ago. Can we look at it together?",
  "Would you rather I had not come?",
  "It was my mistake too, and I own that. Is that fair?",
];

test.each(seeded)(
  "$slug: no note the scripted coach might give contradicts itself",
  ({ content, learners }) => {
    const names = frameworks[content.framework].moves.map(({ name }) => name);
    for (const lines of [...Object.values(learners), ...Object.values(anyScenario), askers]) {
      const path = rehearse({ content, lines });
      for (let at = 2; at < path.length; at += 1) {
        const upTo = path.slice(0, at + 1);
        for (const note of coachNotes({ content, timing: content.coachTiming, path: upTo })) {
          const label = noteLabel(note) ?? "";
          const rest = note.slice(label.length);
          // A label names what happened; what to do comes last and is one thing.
          if (!names.includes(label))
            expect(label).not.toMatch(/^(?:Keep|Try|Ask(?! withdrawn)|Say|Stay|Stop|Go|Leave|Wait|Hold)\b/u);
          expect({ note, own: rest.includes(`Try ${label}:`) }).toEqual({ note, own: false });
          if (/\b(?:fair|real) question\b|\basks\b.*\btelling\b/u.test(rest))
            expect({ note, asked: isAsked(upTo, note) }).toEqual({ note, asked: true });
        }
      }
    }
  },
);

/** Whether what the note quotes is a question in the learner's message. */
function isAsked(path: Turn[], note: string): boolean {
  const said = path.at(-1)?.learner ?? "";
  const [quoted = ""] = quotationsIn(note);
  const from = said.indexOf(quoted);
  return /^[^.!?]*\?/u.test(said.slice(from + quoted.length));
}
