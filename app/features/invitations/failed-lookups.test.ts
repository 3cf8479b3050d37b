import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.server.ts";
import { failedLookups } from "#db/schema/invitations.ts";
import { freshDatabase } from "#db/testing.ts";
import { countMiss, forgetOldMisses, missesAMinute } from "./failed-lookups.server.ts";

let db: Database;
let close = async () => {};
beforeEach(async () => {
  await close();
  ({ db, close } = openDatabase((await freshDatabase()).url));
});
afterAll(() => close());

describe("IN07 links that lead nowhere", () => {
  test("are answered twenty times a minute and address, also when all come at once, and others are not touched by it", async () => {
    const misses = await Promise.all(Array.from({ length: 100 }, () => countMiss(db, "203.0.113.7")));
    expect(misses.filter(({ limited }) => !limited).length).toBeLessThanOrEqual(missesAMinute + 1);
    expect(misses.filter(({ limited }) => !limited).length).toBeGreaterThanOrEqual(missesAMinute - 1);
    expect(await countMiss(db, "203.0.113.8")).toMatchObject({ limited: false });
  });

  test("are not answered twice as often where one minute meets the next", async () => {
    await missed(
      "203.0.113.7",
      missesAMinute,
      sql`date_trunc('minute', clock_timestamp()) - interval '1 minute'`,
    );
    const share = await shareOfMinuteLeft();
    const answered = [];
    for (let tries = 0; tries < missesAMinute; tries++)
      answered.push((await countMiss(db, "203.0.113.7")).limited ? 0 : 1);
    const sum = answered.reduce<number>((all, one) => all + one, 0);
    expect(sum).toBeLessThanOrEqual(Math.ceil(missesAMinute * (1 - share)) + 2);
  });

  test("are answered again after a minute without one", async () => {
    await missed("203.0.113.7", 1_000, sql`date_trunc('minute', clock_timestamp()) - interval '2 minutes'`);
    expect(await countMiss(db, "203.0.113.7")).toMatchObject({ limited: false });
  });

  test("of one IPv6 network are one address's; of another they are not", async () => {
    for (let tries = 0; tries <= missesAMinute; tries++)
      await countMiss(db, `2001:db8:1:2:${tries.toString(16)}::1`);
    await countMiss(db, "2001:db8:1:2::9");
    expect((await countMiss(db, "2001:db8:1:2::")).limited).toBe(true);
    expect((await countMiss(db, "2001:db8:1:3::")).limited).toBe(false);
    expect((await countMiss(db, "::1")).limited).toBe(false);
  });

  test("are told to the operator from fifty in five minutes on, from wherever they come", async () => {
    await missed("198.51.100.1", 30, sql`date_trunc('minute', clock_timestamp()) - interval '3 minutes'`);
    await missed("198.51.100.2", 18, sql`date_trunc('minute', clock_timestamp()) - interval '1 minute'`);
    await missed("198.51.100.3", 900, sql`date_trunc('minute', clock_timestamp()) - interval '7 minutes'`);
    expect(await countMiss(db, "198.51.100.4")).toMatchObject({ alarming: false });
    expect(await countMiss(db, "198.51.100.5")).toMatchObject({ alarming: true });
  });

  test("are forgotten after an hour, and no address stands in the table", async () => {
    await missed("203.0.113.7", 3, sql`clock_timestamp() - interval '61 minutes'`);
    await countMiss(db, "203.0.113.9");
    await forgetOldMisses(db);
    const rows = await db.select().from(failedLookups);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.addressHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

async function missed(address: string, failures: number, minute: ReturnType<typeof sql>): Promise<void> {
  await countMiss(db, address);
  await db
    .update(failedLookups)
    .set({ failures, minute: sql`${minute}` })
    .where(
      sql`minute = date_trunc('minute', clock_timestamp()) and address_hash = encode(sha256(${address}::bytea), 'hex')`,
    );
}

async function shareOfMinuteLeft(): Promise<number> {
  const [row] = await db.execute<{ share: number }>(
    sql`select (1 - extract(second from clock_timestamp()) / 60)::float8 as share`,
  );
  return row?.share ?? 0;
}
