import { expect, test } from "vitest";
import type { Turn } from "#app/features/conversations/conversation.ts";
import { anyScenario } from "#e2e/fakes/learners/any-scenario.ts";
import { coachNotes } from "./coach-notes.ts";
import { namesPartnerView, noteKind } from "./coach-reading.ts";
import { noteWords } from "./coach-words.ts";
import { isRude } from "#app/features/coaching/reading/how-it-lands.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { noteLabel } from "./note-label.ts";
import { quotationsIn } from "./note-quotes.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";

/** Names for what hurt or gave everything away. */
const plainLabels = (["insult", "threat", "blame", "sore-spot", "demand", "give-in"] as const).flatMap(
  (kind) => noteWords[kind].labels,
);

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

test.each(seeded)(
  "$slug: whoever was unkind or took it back is told so plainly, and praised for nothing",
  ({ content, learners }) => {
    for (const lines of [learners.rude, anyScenario.pushover]) {
      const path = rehearse({ content, lines });
      for (let at = 2; at < path.length; at += 1) {
        const upTo = path.slice(0, at + 1);
        const moves = path[at]?.moves ?? null;
        if (moves === null || !(isRude(moves) || moves.acts[0] === "give-in")) continue;
        const note = path[at]?.coach.text ?? "";
        // The one note on the partner's side says it in its sentence.
        if (namesPartnerView(upTo))
          expect(note).toMatch(/too hard to hear|does not answer|presses your point past/u);
        else expect(plainLabels).toContain(noteLabel(note));
        expect(["well-done", "listened", "agreed", "accepted"]).not.toContain(noteKind(content, upTo));
      }
    }
  },
);

test.each(Object.values(frameworks))(
  "every framework has 4 to 7 moves with a good and a bad example each: $name",
  ({ moves }) => {
    expect(moves.length).toBeGreaterThanOrEqual(4);
    expect(moves.length).toBeLessThanOrEqual(7);
    for (const { good, bad } of moves) {
      expect(good).toMatch(/\w/u);
      expect(bad).toMatch(/\w/u);
      expect(good).not.toBe(bad);
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
