import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** Longest hint, in words: the note has about forty. */
const maxHintWords = 18;
/** Longest step retold whole; a longer one is told up to its first comma. */
const maxStepWords = 11;

/** Next moves by framework move: the name and what it asks for, never the line itself. */
export const frameworkHints: Record<string, string> = {
  describe: "one fact with a day on it, and no verdict",
  express: "one sentence about how it is for you",
  assert: "the one thing you want, in plain words",
  reinforce: "what {name} would gain by it",
  "stay-mindful": "let the side road pass and come back to your one point",
  "appear-confident": "say it once, without sorry and without padding",
  negotiate: "something else that would work for both of you",
  "name-interests": "why this matters to you, underneath the demand",
  "ask-theirs": "what matters to {name} in this, and wait for the answer",
  "find-common": "one thing the two of you both want",
  "offer-options": "two ways it could go, for {object} to choose from",
  "set-limit": "what you will do if it stays as it is, said calmly",
  "ask-permission": "whether now is a moment for it",
  situation: "the one occasion, with its day and place",
  behaviour: "what you saw and heard, without a motive",
  impact: "what it caused, and for whom",
  invite: "how it looked from {possessive} side, and then listen",
  "agree-next": "one small step with a day on it",
  anchor: "the thing you want, said once and plainly",
  reason: "one reason {name} could check",
  silence: "one question, and then leave it with {object}",
  trade: "a smaller first step, or something for something",
  hold: "show you heard the no, and stay with your point",
  "open-question": "something that cannot be answered with yes or no",
  affirm: "one thing {name} really did, in particular",
  reflect: "what you understood, with the feeling in it, in your own words",
  summarise: "the pieces you have heard, side by side, and check them",
  "ask-offer": "ask whether an idea is welcome before you give it",
};

/**
 * What would move this partner, as a hint to the learner: authors write it as "Asks what …", "You ask …" or as a thing
 * ("Being asked …"); the first two become a request, the last a description.
 */
export function personaHint(what: string, name: string, variant: number): string {
  const core = hintCore(what);
  const second = /^You ([a-z]+) (.+)$/u.exec(core);
  if (second) return `${requests[variant % requests.length]}${second[1]} ${second[2]}.`;
  const third = /^([A-Z][a-z]+s) (.+)$/u.exec(core);
  if (third?.[1] && !/ss$|ings$/.test(third[1])) {
    return `${requests[variant % requests.length]}${bareVerb(third[1].toLowerCase())} ${third[2]}.`;
  }
  const rest =
    /^(?:[IA] |[A-Z][a-z]+ [A-Z])/u.test(core) && !core.startsWith("A ")
      ? core
      : core.charAt(0).toLowerCase() + core.slice(1);
  return `${descriptions[variant % descriptions.length]?.replace("{name}", name)}${rest}.`;
}

const requests = ["Next, ", "Try this: ", "Still to do: ", "There is one thing left to try: "];
const descriptions = [
  "What could reach {name}: ",
  "What would count with {name}: ",
  "What {name} has not had yet: ",
];

/** The first thought of an author's sentence; the learner is "you" to the coach. */
export function hintCore(what: string): string {
  const first =
    what
      .replaceAll(/["“”]/gu, "")
      .replaceAll(/\bthe learner(?:’s|'s)\b/gu, "your")
      .replaceAll(/\bthe learner\b/gu, "you")
      .split(/[:;]|\s[—–]\s|(?<=[a-z])\.\s/u)[0] ?? what;
  const whole = first.replace(/[.,\s]+$/u, "");
  if (whole.split(" ").length <= maxHintWords) return whole;
  return whole.split(/,\s/u)[0] ?? whole;
}

function bareVerb(verb: string): string {
  if (verb === "does" || verb === "goes") return verb.slice(0, -2);
  if (verb === "has") return "have";
  if (verb.endsWith("ies")) return `${verb.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/u.test(verb)) return verb.slice(0, -2);
  return verb.slice(0, -1);
}

/** A step of the ladder as something the partner does ("will take it to Colm"), or null when it is not written so. */
export function stepTold({ persona, concessions, learner }: ScenarioContent, id: string): string | null {
  const role = learner.role.split(",")[0]?.split(" ").at(-1) ?? "learner";
  const what = (concessions.find((concession) => concession.id === id)?.what ?? "")
    .replaceAll(
      new RegExp(`\\bthe (?:learner|${role})(?:’s|'s)(?= (?:and|or|but)\\b|[,.;]|$)`, "gu"),
      "yours",
    )
    .replaceAll(new RegExp(`\\bthe (?:learner|${role})(?:’s|'s)`, "gu"), "your")
    .replaceAll(new RegExp(`\\bthe (?:learner|${role})\\b`, "gu"), "you")
    .replaceAll(/["“”]/gu, "");
  const whole = (what.split(/[:;]/u)[0] ?? "").replace(/\.$/u, "");
  const first = whole.split(" ").length <= maxStepWords ? whole : (whole.split(/,\s/u)[0] ?? whole);
  const words = first.split(" ");
  if (words.length > maxHintWords || words.length < 3) return null;
  const verb = words[0] ?? "";
  if (/^(?:He|She|They)$/u.test(verb)) return `${verb.toLowerCase()} ${words.slice(1).join(" ")}`;
  const { subject } = persona.pronouns;
  if (
    verb === "Will" ||
    (subject !== "they" && /^[A-Z][a-z]+[^s]s$/u.test(verb) && !/^(?:His|This|Yes|Its)$/u.test(verb))
  )
    return `${subject} ${verb.toLowerCase()} ${words.slice(1).join(" ")}`;
  return null;
}
