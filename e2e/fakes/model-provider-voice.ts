import type { MessagesBody } from "./model-provider-request.ts";
import { type Scenario, says } from "./model-provider-scenario.ts";

/**
 * What the stand-in says when nobody told it: short texts in role, so that a person who runs the app against it by
 * hand has a conversation. The coach is told apart by its model, or by what only a coach's prompt holds.
 */
export function voiceOf(body: MessagesBody): Scenario {
  if (isDraft(body)) return says(aDraft, { paceMs: wordPaceMs });
  const turn = body.messages.filter((message) => message.role === "assistant").length;
  if (asksFor(body, "debrief")) return says(debrief.replaceAll("%", phraseOf(body)), { paceMs: wordPaceMs });
  if (asksFor(body, "answer"))
    return says(`It was “${phraseOf(body)}” that counted. Say that first next time.`);
  if (laneOf(body) === "partner") return says(take(partnerLines, turn), { paceMs: wordPaceMs });
  return says(take(coachNotes, turn).replace("%", phraseOf(body)), { paceMs: wordPaceMs });
}

/** What is asked for stands last in a prompt. */
function asksFor({ messages }: MessagesBody, what: "debrief" | "answer"): boolean {
  return messages.at(-1)?.content.at(-1)?.text.startsWith(`<${what}>`) ?? false;
}

export function laneOf({ model, system, messages }: MessagesBody): "partner" | "coach" {
  if (/haiku/.test(model)) return "coach";
  const opening = system
    .map((block) => block.text)
    .join(" ")
    .slice(0, 200);
  const seesPartner = messages.some(
    ({ role, content }) => role === "user" && content.some(({ text }) => text.includes("<partner>")),
  );
  return seesPartner || /\bcoach\b/i.test(opening) ? "coach" : "partner";
}

/** The coach's model is asked for a scenario, not for a note. */
function isDraft({ system }: MessagesBody): boolean {
  return system.some(({ text }) => text.startsWith("You write the other person for a rehearsal"));
}

/** What it says of everybody; the rest is left to the rules. */
const aDraft = JSON.stringify({
  declined: null,
  title: "Somebody who has reasons",
  who: "You are somebody with reasons of your own, and you have had a long week. You would rather talk about anything else. Nobody has asked you yet how it is for you.",
  concessions: [
    "All right, say what it is, I am listening now.",
    "I can see why that is hard for you.",
    "I could do the first half of it this month.",
    "Then we do it like that, and you tell me when it does not work.",
  ],
});

const wordPaceMs = 5;

const partnerLines = [
  "I did not expect that from you today.",
  "I hear the words. I still do not see why it has to be now.",
  "You make it sound simple. It is not simple from where I sit.",
  "What would you do if I said no?",
  "Fine, that part I can understand. The rest I would have to think about.",
  "You could have told me this months ago.",
  "Let me be honest: I was hoping you would not ask.",
  "All right. Say what you want from me, in one sentence.",
];

const debrief = `STRENGTH
Quote: %
Why: That was said plainly, and could be answered.

TURNING POINT
What: From here on there was something to talk about.
Instead: Say the same thing first next time.

CHANGE
Quote: I have always been the best of us
Why: Nobody said this, so that whoever shows it has not looked.
Instead: I would like an answer by Friday.

PLAN
Plan: If they say no again, then I will ask what stands in the way.

SKILL
Move: Anchor
Level: 2
Quote: %`;

const coachNotes = [
  'Ask plainly — "%" leaves them guessing what you want. Name it in one sentence.',
  'Give a reason — "%" states a wish, and they push back on wishes. Add the one fact behind it.',
  'Reflect first — "%" walks past what they just said. Give their worry back in your own words.',
  'Hold steady — "%" kept your line without heat. Stay there and let the silence work.',
  'Offer a choice — "%" leaves them only yes or no. Put two options on the table.',
  'Own your part — "%" puts it all on them. Say what you could have done sooner.',
];

function take(lines: string[], turn: number): string {
  return lines[turn % lines.length] ?? "";
}

/** The first words of what the learner said last, to quote. */
function phraseOf({ messages }: MessagesBody): string {
  const text = messages.flatMap(({ content }) => content.map((block) => block.text)).join("\n");
  const last = text.match(/<learner>[\s\S]*?<\/learner>/g)?.at(-1) ?? "";
  return last
    .replace(/<\/?learner>/g, "")
    .trim()
    .split(/\s+/)
    .slice(0, 6)
    .join(" ");
}
