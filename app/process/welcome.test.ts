import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { ownerLinkStanding } from "#app/features/accounts/owner-link.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { freshDatabase } from "#db/testing.ts";
import type { App } from "./boot.server.ts";
import { sayWelcome } from "./welcome.server.ts";

let db: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ db, close } = openDatabase((await freshDatabase()).url, { connections: 2 }));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => close());

test("AU21 a start on the embedded database says where it is and two ways in, each for this start alone", async () => {
  const [first, second] = [await said(true), await said(true)];
  expect(second.split("\n")).toEqual([
    "Conversation Coach https://coach.example",
    expect.stringMatching(/^Guest invitation https:\/\/coach\.example\/invite\/[\w-]{43}$/),
    expect.stringMatching(/^Owner sign-in https:\/\/coach\.example\/owner\/[\w-]{43}$/),
    "",
  ]);
  const token = (printed: string) => /owner\/(.+)/.exec(printed)?.[1] ?? "";
  expect(await ownerLinkStanding(db, token(first))).toBe("ended");
  expect(await ownerLinkStanding(db, token(second))).toBe("open");
  const made = await db.select({ deed: auditLog.deed, actor: auditLog.actorId }).from(auditLog);
  expect(made).toEqual([1, 2].map(() => ({ deed: "invitation made", actor: null })));
});

test("AU21 on a database of one's own it prints no way in", async () => {
  expect(await said(false)).toBe("Conversation Coach https://coach.example\n");
});

async function said(embedded: boolean): Promise<string> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await sayWelcome({ site: { origin: "https://coach.example" }, db, embedded } as App);
  const printed = write.mock.calls.map(([text]) => String(text)).join("");
  write.mockRestore();
  return printed;
}
