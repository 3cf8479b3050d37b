import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { freshDatabase } from "#db/testing.ts";
import { log, logFailure } from "./log.server.ts";

test("PR02 an error of the database is told by kind, code and place, without its query and its values", async () => {
  const { db, close } = openDatabase((await freshDatabase()).url);
  const told = vi.spyOn(log, "error").mockImplementation(() => {});
  const words = "CANARY-words of a learner";
  const failed = await db
    .execute(sql`insert into messages (text, attempt) values (${words}, ${words}::int)`)
    .then(
      () => null,
      (error: unknown) => error,
    );
  expect(String(failed)).toContain(words);
  logFailure("something could not be stored", failed);
  expect(told).toHaveBeenCalledOnce();
  const line = JSON.stringify(told.mock.calls);
  expect(line).toContain("22P02");
  expect(line).not.toContain("CANARY");
  expect(line).not.toContain("insert into");
  told.mockRestore();
  await close();
});
