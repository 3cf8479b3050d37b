import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import learners from "./fakes/learners/the-promised-raise.ts";
import type { Room } from "./room.ts";

/** Has so many turns said in a room of "the-promised-raise", by plain posts to the quickest of the servers, and opens it again. */
export async function longTalk(room: Room, turns: number): Promise<void> {
  const quick = process.env["E2E_QUICK"] ?? "";
  for (const text of learners.skilled.slice(0, turns)) {
    const said = await room.page.request.post(quick + room.path, {
      form: { intent: "speak", turnId: randomUUID(), text },
      headers: { Origin: quick },
      maxRedirects: 0,
    });
    expect(said.status(), "the turn is taken, and both have answered").toBe(303);
  }
  await room.open();
}
