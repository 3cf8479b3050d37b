import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";

type Sample = { name: string; turn: TurnOnPage };

const said = "In April you told me we would get my pay there by the summer.";
const answer = "I did say that. I also said it depended on the year, and you have seen the year.";
const note =
  "Reason — “In April you told me” puts a date on it, and she could not wave it away. Now name the figure.";

/** A turn in every state a learner can meet it in. */
export const sampleTurns: Sample[] = [
  sample("on its way to the server", { partner: running(""), delivery: { state: "sending" } }),
  sample("not sent: no network", {
    partner: running(""),
    delivery: { state: "offline", takeBack: () => {} },
  }),
  sample("the partner thinks", { partner: running("") }),
  sample("both write", {
    partner: running("I did say that. I also said"),
    coach: running("Reason — “In April"),
  }),
  sample("complete, with a note", { coach: done("complete", note) }),
  sample("complete, the coach still writes", { coach: running("") }),
  sample("the coach listens first", { coach: done("silent", "") }),
  sample("the coach missed it", { coach: done("failed", "") }),
  sample("the note broke off", { coach: done("partial", "Reason — “In April you told me” puts a date") }),
  sample("stopped", { partner: done("stopped", "I did say that. I") }),
  sample("broke off", { partner: done("partial", "I did say that. I also") }),
  sample("failed", { partner: done("failed", "") }),
  sample("declined", { partner: done("refused", "") }),
  sample("too long for one reply", { partner: done("truncated", answer) }),
  sample("said in three ways", {
    fork: {
      number: 2,
      of: 3,
      previous: { turnId: "sample-1", ordinal: 1, words: "You promised me money." },
      next: { turnId: "sample-3", ordinal: 1, words: "I would like to talk about my pay." },
    },
  }),
  sample("right to left", {
    learner: "قلتِ لي في أبريل إن راتبي سيرتفع بحلول الصيف.",
    partner: done("complete", "قلت ذلك، لكن العام لم يكن كما توقعنا."),
  }),
];

/** One with a note, for wherever one is enough. */
export const notedTurn: TurnOnPage = sample("", { coach: done("complete", note) }).turn;

function sample(name: string, more: Partial<TurnOnPage>): Sample {
  const turn = {
    id: `sample-${name}`,
    ordinal: 1,
    learner: said,
    partner: done("complete", answer),
    coach: done("complete", ""),
    ...more,
  };
  return { name, turn };
}

function running(text: string): LaneReply {
  return done("running", text);
}

function done(status: LaneReply["status"], text: string): LaneReply {
  return { status, text, attempt: 1 };
}
