import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";

/** Has these lines said in a room, each of them answered, by plain posts to the quickest of the servers. */
export async function longTalk(
  request: APIRequestContext,
  path: string,
  lines: readonly string[],
): Promise<void> {
  const quick = process.env["E2E_QUICK"] ?? "";
  for (const text of lines) {
    const said = await request.post(quick + path, {
      form: { intent: "speak", turnId: randomUUID(), text },
      headers: { Origin: quick },
      maxRedirects: 0,
    });
    expect(said.status(), "the turn is taken, and both have answered").toBe(303);
  }
}
