import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conversationSessions } from "#db/schema/conversations.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

const typed = "What I typed with care";
const despair = "I want to kill myself.";

let site: TestSite;
let ada: Visitor;

beforeAll(async () => {
  site = await startSite();
  ada = await site.guest(5_000_000);
});
afterAll(() => site.stop());

describe("words typed on a review, without JavaScript, come back", () => {
  test("when the conversation was reopened from another tab, with the way to its room", async () => {
    const path = await ada.start("the-loan");
    await ada.say(path, "It's about the money.");
    await ada.post(path, { intent: "end" });
    await ada.post(`${path}/debrief`, { intent: "reopen" });
    for (const [status, fields] of [
      [409, { intent: "own-view", view: typed }],
      [400, { intent: "own-view", view: typed + " so".repeat(1_000) }],
      [409, { intent: "ask", questionId: randomUUID(), text: typed }],
    ] as [number, Record<string, string>][]) {
      const answer = await ada.post(`${path}/debrief`, fields);
      expect(answer.status).toBe(status);
      const page = await shown(answer);
      expect(page).toContain(typed);
      expect(page).toContain("goes on");
      expect(page).toContain(`href="${path}"`);
    }
    const [row] = await site.db
      .select({ view: conversationSessions.ownView })
      .from(conversationSessions)
      .where(sql`${conversationSessions.id} = ${path.split("/").at(-1)}`);
    expect(row?.view).toBeNull();
  });

  test("when the form cannot be read", async () => {
    const path = await debriefed();
    const questionId = randomUUID();
    for (const fields of [
      { intent: "ask", text: typed },
      { intent: "ask", text: typed, questionId: "x" },
      { intent: "ask", text: typed, questionId, attempt: "abc" },
      { intent: "ask", text: typed, questionId, attempt: "-1" },
      { intent: "asks", text: typed, questionId },
    ] as Record<string, string>[]) {
      const answer = await ada.post(`${path}/debrief`, fields);
      expect(answer.status).toBe(400);
      expect(await shown(answer)).toContain(`${typed}</textarea>`);
    }
  });

  test("where there is no box for them before the debrief, beside why", async () => {
    const path = await ada.start("the-loan");
    await ada.say(path, "It's about the money.");
    await ada.post(path, { intent: "end" });
    const early = await ada.post(`${path}/debrief`, { intent: "ask", questionId: randomUUID(), text: typed });
    expect(early.status).toBe(409);
    const page = await shown(early);
    expect(page).toContain(typed);
    expect(page).toContain("Ask for the debrief first");
  });

  test("when the question has the id of something else; and words that signal self-harm with the help card", async () => {
    const path = await debriefed();
    const [debrief] = await site.db.execute<{ id: string }>(
      sql`select id from debriefs where conversation_id = ${path.split("/").at(-1)}`,
    );
    const questionId = debrief?.id ?? "";
    const crossed = await ada.post(`${path}/debrief`, { intent: "ask", questionId, text: typed });
    expect(crossed.status).toBe(409);
    const page = await shown(crossed);
    expect(page).toContain(`${typed}</textarea>`);
    expect(page).not.toContain(`value="${questionId}"`);
    expect(page).not.toContain("findahelpline.com");

    const harm = await ada.post(`${path}/debrief`, { intent: "ask", questionId, text: despair });
    expect(harm.status).toBe(409);
    expect(await shown(harm)).toContain("findahelpline.com");
    await ada.post(`${path}/debrief`, { intent: "reopen" });
    const late = await ada.post(`${path}/debrief`, { intent: "ask", questionId, text: despair });
    expect(late.status).toBe(409);
    expect(await shown(late)).toContain("findahelpline.com");
  });
});

describe("words typed while the database is away come back, without JavaScript", () => {
  test("a question about a debrief", async () => {
    const path = await debriefed();
    const answer = await whileAway("debrief_questions", () =>
      ada.post(`${path}/debrief`, { intent: "ask", questionId: randomUUID(), text: typed }),
    );
    expect([answer.status, (await shown(answer)).includes(typed)]).toEqual([503, true]);
  });

  test.each(["turns", "conversation_sessions"])("all of them, without %s", async (table) => {
    const review = await debriefed();
    const room = await ada.start("the-loan");
    const asideId = randomUUID();
    const question = { intent: "ask", questionId: randomUUID(), text: typed };
    const answers = await whileAway(table, () =>
      Promise.all([
        ada.post(`${review}/debrief`, question),
        ada.post(`${review}/debrief`, { intent: "own-view", view: typed + " so".repeat(1_000) }),
        ada.post("/scenarios/the-loan", { goal: typed }),
        ada.say(room, typed),
        ada.post(room, { intent: "ask", asideId, text: typed }),
      ]),
    );
    for (const answer of answers) {
      expect([400, 503]).toContain(answer.status);
      expect(await shown(answer)).toContain(typed);
    }
  });

  test("an own view", async () => {
    const path = await debriefed();
    const answer = await whileAway("conversation_sessions", () =>
      ada.post(`${path}/debrief`, { intent: "own-view", view: typed }),
    );
    expect([answer.status, (await shown(answer)).includes(typed)]).toEqual([503, true]);
  });

  test("whatever it was, where not even who asks is known", async () => {
    const path = await debriefed();
    const answers = await whileAway("users", () =>
      Promise.all([
        ada.post(`${path}/debrief`, { intent: "own-view", view: typed }),
        ada.post("/scenarios/the-loan", { goal: typed }),
        ada.say(path, typed),
        // As a page that lives posts it.
        ada.post(`${path}/debrief.data`, { intent: "own-view", view: typed }),
      ]),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(await shown(answer)).toContain(typed);
    }
  });
});

test("words sent to a conversation that was deleted meanwhile come back", async () => {
  const path = await debriefed();
  await ada.post(`${path}/erasure`, {});
  for (const [to, fields] of [
    [path, { intent: "speak", turnId: randomUUID(), text: typed }],
    [`${path}/debrief`, { intent: "own-view", view: typed }],
  ] as [string, Record<string, string>][]) {
    const answer = await ada.post(to, fields);
    expect([answer.status, (await shown(answer)).includes(typed)]).toEqual([404, true]);
  }
});

async function debriefed(): Promise<string> {
  const path = await ada.start("the-loan");
  await ada.say(path, "It's about the money that I lent you in March.");
  await ada.post(path, { intent: "end" });
  await ada.post(`${path}/debrief`, { intent: "own-view", view: "I named it." });
  await ada.post(`${path}/debrief`, { intent: "debrief" });
  return path;
}

/** Every look into this table, and every row for it, fails as one does that waits for a lock until its time is over. */
async function whileAway<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  const [real, asked] = [sql.identifier(`${table}_real`), sql.identifier(table)];
  await site.db.execute(sql`
    create or replace function away() returns boolean language plpgsql volatile as
      $$ begin raise sqlstate '57014'; end $$`);
  await site.db.transaction(async (transaction) => {
    await transaction.execute(sql`alter table ${asked} rename to ${real}`);
    await transaction.execute(
      sql`create view ${asked} as select * from ${real} where away() with check option`,
    );
  });
  try {
    return await work();
  } finally {
    await site.db.transaction(async (transaction) => {
      await transaction.execute(sql`drop view ${asked}`);
      await transaction.execute(sql`alter table ${real} rename to ${asked}`);
    });
  }
}

/** What the page shows, without what only scripts read. */
async function shown(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>/gu, "").replaceAll("<!-- -->", "");
}
