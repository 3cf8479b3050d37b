import type { LearnerAct } from "#app/features/conversations/conversation.ts";

type Heard = "asked" | "owned" | "offered" | "understood" | "told";

/** What anybody might say to something that reached them, by what it was: a question is not thanked as a reason. */
const plainMoved: Record<Heard, [string, ...string[]]> = {
  asked: [
    "You're the first one to ask me that.",
    "Nobody's asked me that before. Give me a moment with it.",
    "That's a good question, and I'd rather have it than a speech.",
  ],
  owned: [
    "That's fair of you to say.",
    "I wouldn't have expected that from you, and I mean it kindly.",
    "I hadn't thought you saw that. Thank you.",
  ],
  offered: [
    "Hm. Put like that, it's something I could think about.",
    "That's smaller than I feared. I don't say no to it.",
    "I could picture that. Let me turn it over.",
    "That's a way one could go about it, I suppose.",
  ],
  understood: [
    "I hadn't seen it from that side, to be honest.",
    "Yes. That's about how it is.",
    "You've got that right, more or less.",
  ],
  told: [
    "I didn't know that. You never said so.",
    "All right, that's a reason I can follow.",
    "Well. That does change something for me.",
    "Say that once more, slowly. That's new to me.",
    "That I can follow. It's not nothing.",
    "So that's what it's about. I had it down as something else.",
    "You might have told me that sooner.",
  ],
};

const all = new Set(Object.values(plainMoved).flat());

/** Whether a line is one of these, and not an author's own. */
export function isPlainMoved(text: string): boolean {
  return all.has(text);
}

/** The plain lines that answer what the learner did just now. */
export function plainMovedFor(acts: readonly LearnerAct[]): string[] {
  const does = (...wanted: LearnerAct[]) => wanted.some((act) => acts.includes(act));
  if (does("own-part")) return plainMoved.owned;
  if (does("offer")) return plainMoved.offered;
  if (does("ask")) return plainMoved.asked;
  if (does("reflect")) return plainMoved.understood;
  // A wish for something is answered like an offer: with thinking it over, not with thanks for a reason.
  if (does("state-need") && !does("give-reason")) return plainMoved.offered;
  return plainMoved.told;
}

/**
 * One for each move as its author described it, none twice and none of those `taken`, as long as there are enough: what
 * an author sees in the editor. What is said in a turn goes by what the learner did there.
 */
export function plainMovedEach(moves: { what: string }[], taken: readonly string[]): string[] {
  const used = new Set(taken);
  return moves.map(({ what }) => {
    const [fallback] = plainMoved[heardIn(what)];
    const text = [...plainMoved[heardIn(what)], ...all].find((line) => !used.has(line)) ?? fallback;
    used.add(text);
    return text;
  });
}

function heardIn(what: string): Heard {
  if (/\bown(?:s|ing)?\b.*\b(?:share|part|that)\b|\bapologi/iu.test(what)) return "owned";
  if (/\bask(?:s|ed|ing)?\b(?! for\b)/iu.test(what)) return "asked";
  if (/\b(?:step|offers?|propos|trade|instead of everything|date)\b/iu.test(what)) return "offered";
  return "told";
}
