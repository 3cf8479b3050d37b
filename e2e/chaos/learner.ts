import { setTimeout as sleep } from "node:timers/promises";
import { heard } from "#e2e/event-reader.ts";
import { newTurn, type Person, postUntilAnswered, type TurnRecord, type World } from "./client.ts";
import { markOf } from "./counted-model.ts";
import { watch } from "./viewer.ts";

/** Two at once share one budget, so that reservations meet. */
const conversationsAtOnce = 2;
const turnsInAConversation = 12;
const thinkMs = { least: 100, most: 700 };
const shareOfPlainForms = 0.12;
const shareOfStops = 0.08;
const shareOfRetries = 0.5;
const scenarios = ["the-promised-raise", "the-loan", "feedback-to-a-friend"];
const words = [
  "I have thought about this for a while and I would like an answer from you.",
  "Last month you told me we would come back to this. That is why I ask today.",
  "I see that it is a lot for you right now. What would make it easier?",
  "That does not settle it for me. I need a date we both can keep.",
];

let conversations = 0;

/** A world in which people come and go. */
export type BusyWorld = World & {
  /** An invitation's token with a budget picked at random. */
  invitation(): string;
  /** Nobody begins anything new any more; what was begun is brought to its end. */
  over: boolean;
  /** Is anything of this conversation still being answered? Asked past the app. */
  stillAnswers(conversationId: string): Promise<boolean>;
};

/** One seat in the room: a guest who talks until their budget or the world ends, then the next guest. */
export async function takeASeat(world: BusyWorld): Promise<void> {
  while (!world.over) {
    const person: Person = { cookie: "" };
    await postUntilAnswered(world, person, `/invite/${world.invitation()}`, {});
    await Promise.all(Array.from({ length: conversationsAtOnce }, () => converse(world, person)));
  }
}

async function converse(world: BusyWorld, person: Person): Promise<void> {
  const slug = scenarios[Math.floor(Math.random() * scenarios.length)];
  const started = await postUntilAnswered(world, person, `/scenarios/${slug}`, {});
  const room = started.headers.get("location");
  if (started.status !== 303 || !room?.startsWith("/conversation/"))
    throw new Error(`a conversation did not begin: ${started.status} ${room}`);
  const number = ++conversations;
  for (let count = 1; count <= turnsInAConversation && !world.over; count++) {
    const mark = markOf(number, count);
    const turn = newTurn(world, { room, mark, text: `${words[count % words.length]} ${mark}` });
    if (!(await speakAndListen(world, person, turn))) return;
    if (badlyEnded(turn) && Math.random() < shareOfRetries) await retry(world, person, turn);
    await sleep(thinkMs.least + Math.random() * (thinkMs.most - thinkMs.least));
  }
}

/** As the page does: the stream is opened while the post is on its way. False when the turn was refused. */
async function speakAndListen(world: BusyWorld, person: Person, turn: TurnRecord): Promise<boolean> {
  const left = new AbortController();
  const watching = watch(world, person, turn, left.signal);
  const fields = { intent: "speak", turnId: turn.turnId, text: turn.text };
  const plain = Math.random() < shareOfPlainForms;
  const stopping = Math.random() < shareOfStops ? stopSoon(world, person, turn) : null;
  const answer = plain
    ? await postUntilAnswered(world, person, turn.room, fields)
    : await postUntilAnswered(world, person, `${turn.room}.data`, { ...fields, live: "yes" });
  if (answer.status === (plain ? 303 : 200)) turn.acknowledged = true;
  else {
    turn.refused = answer.status;
    left.abort();
  }
  await watching;
  await stopping;
  return turn.acknowledged;
}

async function stopSoon(world: BusyWorld, person: Person, turn: TurnRecord): Promise<void> {
  await sleep(300 + Math.random() * 900);
  // Before the post has come through there is nothing to stop, and it could begin while the answer travels.
  if (!turn.acknowledged) return;
  const answer = await postUntilAnswered(world, person, `${turn.room}.data`, { intent: "stop", live: "yes" });
  const id = turn.room.split("/").at(-1) ?? "";
  if (answer.status === 200 && (await world.stillAnswers(id))) world.untrueStops++;
}

async function retry(world: World, person: Person, turn: TurnRecord): Promise<void> {
  const lane = "partner";
  const fields = { intent: "retry", turnId: turn.turnId, lane, live: "yes" };
  await postUntilAnswered(world, person, `${turn.room}.data`, fields);
  // Also after a refusal: a first post whose answer was lost may have begun it.
  await watch(world, person, turn, new AbortController().signal);
}

function badlyEnded(turn: TurnRecord): boolean {
  return ["failed", "partial"].includes(heard(turn.frames).partnerStatus ?? "");
}
