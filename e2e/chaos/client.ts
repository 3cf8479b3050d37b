import { randomUUID } from "node:crypto";
import type { Frame } from "#e2e/event-reader.ts";
import type { Fleet } from "./fleet.ts";

/** Somebody with a browser that lost its way to one instance and takes any other. */
export type Person = { cookie: string };

export type World = {
  fleet: Pick<Fleet, "anyOrigin" | "deaths" | "logged">;
  turns: TurnRecord[];
  /** Answers that were neither taken nor an expected refusal, and how often: for a person to read. */
  answers: Map<string, number>;
  /** Stops that were reported before they were true. */
  untrueStops: number;
};

/** What one learner did and saw of one turn. */
export type TurnRecord = {
  room: string;
  turnId: string;
  mark: string;
  text: string;
  acknowledged: boolean;
  /** The status of a refusal that was final. */
  refused: number | null;
  frames: Frame[];
  /** When the `turn` event came; more than once after a Retry. Milliseconds since the epoch. */
  endings: number[];
};

/** A turn that is about to be said. */
export function newTurn(world: World, said: Pick<TurnRecord, "room" | "mark" | "text">): TurnRecord {
  const unheard = { acknowledged: false, refused: null, frames: [], endings: [] };
  const turn: TurnRecord = { ...said, ...unheard, turnId: randomUUID() };
  world.turns.push(turn);
  return turn;
}

/** One request to a random instance. Rejects when the connection breaks or `signal` fires. */
export async function ask(
  world: World,
  person: Person,
  path: string,
  { fields, signal }: { fields?: Record<string, string>; signal: AbortSignal },
): Promise<Response> {
  const origin = world.fleet.anyOrigin();
  const response = await fetch(origin + path, {
    method: fields ? "POST" : "GET",
    ...(fields ? { body: new URLSearchParams(fields) } : {}),
    headers: { "User-Agent": "Mozilla/5.0", Origin: origin, Cookie: person.cookie },
    redirect: "manual",
    signal,
  });
  for (const cookie of response.headers.getSetCookie()) person.cookie = cookie.split(";")[0] ?? "";
  return response;
}

/** Longer than a plain form post waits for its replies. */
const postTimeoutMs = 24_000;

/** Posts until somebody answers with something else than a fault of the server: the same post, as often as it takes. */
export async function postUntilAnswered(
  world: World,
  person: Person,
  path: string,
  fields: Record<string, string>,
): Promise<Response> {
  for (;;) {
    const signal = AbortSignal.timeout(postTimeoutMs);
    const answer = await ask(world, person, path, { fields, signal }).catch(() => null);
    if (answer) await answer.arrayBuffer().catch(() => null);
    if (answer && answer.status < 500) return answer;
    const what = answer ? `post ${answer.status}` : "post broken off";
    world.answers.set(what, (world.answers.get(what) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 500));
  }
}
