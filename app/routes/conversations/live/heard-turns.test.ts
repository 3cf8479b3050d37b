import { describe, expect, test } from "vitest";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { Room } from "#app/routes/conversations/room.server.ts";
import { heardTurns } from "./heard-turns.ts";
import type { Sent } from "./use-sending.ts";

describe("a message that was sent from this page", () => {
  test("stands at the end until the server shows it", () => {
    expect(shown(room(["0", "1"]), sent("2"))).toEqual(["0", "1", "2"]);
    expect(shown(room(["0", "1", "2"]), sent("2"))).toEqual(["0", "1", "2"]);
  });

  test("takes the place of none that was answered before it and that the server does not show yet", () => {
    const messages = { sent: sent("3"), before: [sent("1"), sent("2")], takeBack };
    const on = (here: Room) => heardTurns(here, messages, {}).map(({ id, ordinal }) => `${id} as ${ordinal}`);
    expect(on(room(["0", "1"]))).toEqual(["0 as 0", "1 as 1", "2 as 2", "3 as 3"]);
    expect(on(room(["0", "1", "2"]))).toEqual(["0 as 0", "1 as 1", "2 as 2", "3 as 3"]);
    // Whoever goes back to turn 1 goes on from there.
    const back = { ...messages, sent: { ...sent("3"), parentId: "1" } };
    expect(heardTurns(room(["0", "1"], []), back, {}).map(({ id }) => id)).toEqual(["0", "1", "3"]);
  });

  test("does not follow its reader to another branch", () => {
    expect(shown(room(["0", "1"], ["2"]), sent("2"))).toEqual(["0", "1"]);
  });

  test("says at once that it is one more way on from there, after going back", () => {
    const rewound = { turnId: "2", ordinal: 2, words: "You always do this.", times: 1 };
    const back = { ...room(["0", "1"], ["2"]), rewound, headTurnId: "1" };
    const last = heardTurns(
      back,
      { sent: { ...sent("3"), parentId: "1", tipId: null }, before: [], takeBack },
      {},
    ).at(-1);
    expect(last?.fork).toEqual({
      number: 2,
      of: 2,
      previous: { turnId: "2", ordinal: 2, words: "You always do this." },
      next: null,
    });
  });
});

function shown(here: Room, message: Sent): string[] {
  return heardTurns(here, { sent: message, before: [], takeBack }, {}).map(({ id }) => id);
}

function takeBack() {}

function sent(turnId: string): Sent {
  return { turnId, parentId: null, tipId: "1", text: "Well.", state: "taken" };
}

/** Nothing else of a room is looked at. */
function room(inView: string[], elsewhere: string[] = []): Room {
  const lane: LaneReply = { status: "complete", text: "Go on.", attempt: 1 };
  const turns = inView.map((id, ordinal) => ({
    id,
    ordinal,
    learner: null,
    partner: lane,
    coach: lane,
    fork: null,
  }));
  return {
    turns,
    elsewhere,
    rewound: null,
    headTurnId: inView.at(-1) ?? "",
    coachMode: "off",
  } as unknown as Room;
}
