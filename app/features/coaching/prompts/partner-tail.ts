import type { PartnerState, Turn } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";

/**
 * The stage note: how the partner is now and what they do in this reply, in words. It goes last in every request, where
 * it weighs most, and holds no number that could be spoken aloud.
 */
export function partnerTail(content: ScenarioContent, difficulty: Difficulty, turn: Turn): string {
  const { state } = turn;
  return [
    "<stage>",
    `You are ${mood(state)}.`,
    standing(content, state),
    doesNow(content, state),
    endingNote(state),
    style(content.difficulty[difficulty].sentences, turn.ordinal, state),
    "</stage>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function mood({ resistance, trust, patience }: PartnerState): string {
  const guard =
    resistance >= 7 ? "firmly against it" : resistance >= 4 ? "guarded, but listening" : "mostly won over";
  const warmth =
    trust <= 2
      ? "wary of this person"
      : trust <= 5
        ? "unsure how far to trust them"
        : "inclined to trust them";
  const time = patience <= 1 ? "nearly out of patience" : patience <= 3 ? "getting short" : "in no hurry";
  return `${guard}, ${warmth}, ${time}`;
}

function standing({ concessions, persona }: ScenarioContent, state: PartnerState): string {
  const given = concessions.slice(0, state.concessions).map(({ what }) => what);
  const told = persona.secrets.filter(({ id }) => state.disclosed.includes(id)).map(({ fact }) => fact);
  return [
    given.length > 0
      ? `Already given, and you stand by it: ${given.join(" ")}`
      : "You have given nothing so far.",
    told.length > 0 ? `Already told them: ${told.join(" ")}` : "",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function doesNow({ persona, concessions }: ScenarioContent, { beat }: PartnerState): string {
  switch (beat.does) {
    case "open":
      return "You have just opened the conversation.";
    case "resist": {
      const position = persona.positions.find(({ topic }) => topic === beat.topic);
      return position
        ? `Hold your position on ${position.topic}: ${position.position} Give nothing. Answer what was said; do not ask what they want.`
        : "Hold your position. Give nothing. Answer what was said; do not ask what they want.";
    }
    case "probe":
      return "They are vague. Give nothing and do not help them along: ask one short question about what they actually want.";
    case "move": {
      const move = persona.moves.find(({ id }) => id === beat.move);
      return `That reached you (${move?.what ?? "what they just said"}). Let it show, in your own way. Give nothing yet, promise nothing.`;
    }
    case "concede": {
      const concession = concessions.find(({ id }) => id === beat.concession);
      return `You give one step now, in your own words, and nothing beyond it: ${concession?.what ?? ""}`;
    }
    case "disclose": {
      const secret = persona.secrets.find(({ id }) => id === beat.secret);
      return `You were asked, and you decide to say it: ${secret?.fact ?? ""} Say it plainly, give nothing with it.`;
    }
    case "confirm": {
      const given = concessions.find(({ id }) => id === beat.concession);
      return `They say yes to what you gave. Confirm it in your own way, fall behind nothing of it, and add nothing: ${given?.what ?? ""}`;
    }
    case "let-it-pass":
      return "They took a hard word back. Let it go in your own way, briefly and without making a thing of it. Give nothing for it.";
    case "be-leaving":
      return "You have said that you are going, and you are: a hand on the door. A few words, no argument, nothing given, no way back unless they own their tone.";
    case "be-provoked":
      return "That stung. Push back the way this person does: shorter, cooler, with dignity. Give nothing, take nothing back that you gave.";
    case "be-unimpressed":
      return "You have heard that before and it has no content. Show that it does nothing for you. Give nothing.";
    case "be-puzzled":
      return "What they said makes no sense to you. Be puzzled as this person would be, and bring it back to the matter.";
    case "be-relieved":
      return "They are backing down. Take the easy way out: be relieved, kind, and move on. Do not ask again, do not give anything.";
    case "close":
      return closing[beat.ending];
  }
}

const closing = {
  agreement: "You are agreed. Say what stands between you in one line, and bring it to a close.",
  "next-step": "You would rather stop here. Name the one thing that happens next, and bring it to a close.",
  impasse: "This leads nowhere today. Say so in your own way, without a reproach, and bring it to a close.",
  "someone-leaves": "You have had enough. Say so and end it; you are about to go.",
};

function endingNote({ proposes, beat }: PartnerState): string {
  if (proposes === null || beat.does === "close" || beat.does === "be-leaving") return "";
  if (beat.does === "confirm") return "With that you would be glad to end it here.";
  return "You would be glad to end it here, but they went on: answer them, and do not say goodbye again.";
}

/** Length is set afresh each turn: a fixed wish for it makes every reply the same length. */
function style(sentences: number, ordinal: number, { beat }: PartnerState): string {
  const short =
    ordinal % 3 === 1 ||
    beat.does === "be-provoked" ||
    beat.does === "be-puzzled" ||
    beat.does === "be-leaving" ||
    sentences === 1;
  const length = short
    ? "One sentence, two at most."
    : sentences >= 3 && ordinal % 3 === 0
      ? "Two or three sentences."
      : "One or two sentences.";
  const question = beat.does === "probe" ? "Exactly one question." : "Preferably no question.";
  return `${length} ${question} Spoken words only, nothing else.`;
}
