import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import learners from "./fakes/learners/the-promised-raise.ts";

/** Has so many turns said in a room of "the-promised-raise", by plain posts to the quickest of the servers. */
export async function longTalk(request: APIRequestContext, path: string, turns: number): Promise<void> {
  const quick = process.env["E2E_QUICK"] ?? "";
  for (const text of learners.skilled.slice(0, turns)) {
    const said = await request.post(quick + path, {
      form: { intent: "speak", turnId: randomUUID(), text },
      headers: { Origin: quick },
      maxRedirects: 0,
    });
    expect(said.status(), "the turn is taken, and both have answered").toBe(303);
  }
}
