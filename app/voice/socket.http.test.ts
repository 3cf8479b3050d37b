import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { storedInvitation } from "#app/features/invitations/invitation-testing.ts";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { messages } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { freshDatabase } from "#db/testing.ts";
import { heard, readFrames } from "#e2e/event-reader.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startProcess } from "#e2e/process.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import { Visitor } from "#e2e/visitor.ts";
import { Caller, knock } from "./caller-testing.ts";
import { handshake } from "./socket-testing.ts";

let site: TestSite;
let ada: Visitor;
let room: string;

beforeAll(async () => {
  site = await startSite({ SCRIPTED_PACE_MS: "4" });
  ada = await site.guest(500_000);
  room = await ada.start("the-promised-raise");
  await ada.say(room, "In April you told me we'd get my pay there by the summer.");
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("the upgrade is refused in plain HTTP", () => {
  test.each([
    ["WS01 from another origin", { origin: "https://evil.example" }],
    ["WS01 from a page that hides where it is", { origin: "null" }],
    ["WS01 from nobody knows where", { origin: undefined }],
  ])("%s: 403", async (_, { origin }) => {
    expect(await knock(site.origin + `/ws${room}`, { origin, cookie: ada.cookie })).toBe(403);
  });

  test("WS02 to a stranger, to a cookie that is none, and to one of another key: 401", async () => {
    for (const cookie of [null, "session=x", `${ada.cookie?.slice(0, -4)}AAAA`]) {
      expect(await knock(site.origin + `/ws${room}`, { origin: site.origin, cookie })).toBe(401);
    }
  });

  test("WS02 for the guest of another invitation, and where there is no conversation: 404", async () => {
    const grace = await site.guest();
    expect(await knockAs(grace, `/ws${room}`)).toBe(404);
    expect(await knockAs(ada, `/ws/conversation/${randomUUID()}`)).toBe(404);
  });

  test.each([
    "/",
    "/ws",
    "/ws/",
    "/ws/conversation/abc",
    "/ws/conversation/../conversation/x",
    "/ws/../health",
    "/health",
    "//ws",
    "/ws/conversation/%2e%2e",
  ])("WS09 at %s: 404", async (path) => {
    expect(await rawStatus(handshake(path, { Origin: site.origin, Cookie: ada.cookie ?? "" }))).toBe(404);
  });

  test("WS09 at a path around another: 404", async () => {
    const around = `/ws/x/..${room}`;
    expect(await rawStatus(handshake(around, { Origin: site.origin, Cookie: ada.cookie ?? "" }))).toBe(404);
  });

  test("and an upgrade to anything else is an ordinary request", async () => {
    const request = [
      "GET /health HTTP/1.1",
      "Host: localhost",
      "Connection: Upgrade, close",
      "Upgrade: h2c",
      "",
      "",
    ];
    expect(await rawStatus(request.join("\r\n"))).toBe(200);
  });

  test("and a page that only reads the address finds nothing there", async () => {
    expect((await ada.get(`/ws${room}`)).status).toBe(404);
  });

  test("WS09 a second handshake in the first one's breath ends the connection, and the server goes on", async () => {
    const twice = handshake(`/ws${room}`, { Origin: site.origin, Cookie: ada.cookie ?? "" });
    expect(await rawStatus(twice + twice)).toBe(101);
    expect((await ada.get("/health")).status).toBe(200);
  });

  test("to a person's third socket: 429", async () => {
    const grace = await site.guest();
    const hers = await grace.start("the-loan");
    const callers = [await callAs(grace, hers), await callAs(grace, hers)];
    expect(await knockAs(grace, `/ws${hers}`)).toBe(429);
    await hangUp(...callers);
    await hangUp(await callAs(grace, hers));
  });
});

describe("a turn", () => {
  test("said over the socket is stored, charged and shown, to the socket as to the events", async () => {
    const caller = await callAs(ada, room);
    const turnId = caller.say("Since June I run eleven accounts more than in spring.");
    const frames = await readFrames(await ada.get(`${room}/events?turn=${turnId}`));
    await caller.told("turn", ({ turn }) => turn === turnId);
    const text = await replies(turnId);
    expect(text.coach).not.toBe("");
    expect(heard(frames)).toMatchObject({ ...text, turn: "complete" });
    expect(caller.page(turnId)).toEqual({ ...text, turn: "complete" });
    expect(caller.order.filter((type) => type === "partner").length).toBeGreaterThan(2);
    expect(caller.order.at(-1)).toBe("turn");
    expect(caller.sounds).toEqual([]);
    await hangUp(caller);
  });

  test("spoken in audio frames is understood, taken, answered, and spoken back", async () => {
    const caller = await callAs(ada, room);
    caller.speak([Uint8Array.of(2), Uint8Array.of(7, 7), Uint8Array.of(9)]);
    const { turn } = await caller.told("turn");
    const final = await caller.told("transcript", (transcript) => transcript.final);
    const text = await stored(turn);
    expect(text.user).toBe(final.text);
    expect(caller.page(turn)).toEqual({ partner: text.partner, coach: text.coach, turn: "complete" });
    // The scripted voice: one piece of sound for each word of the partner's.
    expect(caller.sounds).toHaveLength(text.partner.split(/\s+/).filter(Boolean).length);
    expect(await (await ada.get(room)).text()).toContain(final.text.replaceAll("'", "&#x27;"));
    await hangUp(caller);
  });

  test("said again is the same turn: shown again, not run or charged again", async () => {
    const caller = await callAs(ada, room);
    const turnId = caller.say("What would Colm need to see before he could say yes?");
    await caller.told("turn", ({ turn }) => turn === turnId);
    await hangUp(caller);
    const again = await callAs(ada, room);
    again.say("What would Colm need to see before he could say yes?", turnId);
    await again.told("turn", ({ turn }) => turn === turnId);
    expect(again.page(turnId)).toEqual(caller.page(turnId));
    expect(await site.db.select().from(runs).where(eq(runs.subjectId, turnId))).toHaveLength(2);
    again.say("Something else entirely.", turnId);
    expect(await again.told("error")).toEqual({ type: "error", code: "other-text", turn: turnId });
    await hangUp(again);
  });

  test("taken by the form is shown to the socket too", async () => {
    const caller = await callAs(ada, room);
    const turnId = randomUUID();
    await ada.say(room, "I'd like a date and a figure.", { turnId });
    await caller.told("turn", ({ turn }) => turn === turnId);
    expect(caller.page(turnId)).toEqual({ ...(await replies(turnId)), turn: "complete" });
    await hangUp(caller);
  });

  test("said by the form and over the socket at once is taken once, and the other is told busy", async () => {
    const slow = await startSite({ SCRIPTED_PACE_MS: "60" });
    const bela = await slow.guest();
    const path = await bela.start("the-loan");
    const caller = await callAs(bela, path);
    const posted = bela.say(path, "It is about the two thousand euros.", { live: "yes" });
    const turnId = caller.say("I would like to talk about the money.");
    const form = await posted;
    if (form.status === 409) await caller.told("partner", ({ turn }) => turn === turnId);
    else expect(await caller.told("error")).toEqual({ type: "error", code: "busy", turn: turnId });
    expect([200, 409]).toContain(form.status);
    expect(await slow.db.select().from(runs).where(eq(runs.lane, "partner"))).toHaveLength(1);
    caller.send({ type: "stop" });
    await caller.told("turn", ({ status }) => status === "stopped");
    expect(await brokenInvariants(slow.db)).toEqual([]);
    await slow.stop();
    expect(await caller.closed()).toBe(1001);
  });

  test.each([
    ["nothing", "  \n", "empty"],
    ["4,001 characters", "a".repeat(4_001), "too-long"],
  ])("of %s is refused as by the form", async (_, text, code) => {
    const caller = await callAs(ada, room);
    const turnId = caller.say(text);
    expect(await caller.told("error")).toEqual({ type: "error", code, turn: turnId });
    await hangUp(caller);
  });

  test("of 4,000 emoji and what PostgreSQL cannot hold is taken as by the form", async () => {
    const caller = await callAs(ada, room);
    const long = caller.say("\u{1F642}".repeat(4_000));
    await caller.told("turn", ({ turn }) => turn === long);
    const odd = caller.say("We\0 agreed\ud83d on it");
    await caller.told("turn", ({ turn }) => turn === odd);
    expect((await stored(odd)).user).toBe("We agreed\ufffd on it");
    await hangUp(caller);
  });

  test("without budget, and after the end, is refused as by the form", async () => {
    const poor = await site.guest(1_000);
    const path = await poor.start("the-loan");
    const caller = await callAs(poor, path);
    caller.say("About the money.");
    await caller.told("error", ({ code }) => code === "no-budget");
    await poor.post(path, { intent: "end" });
    caller.say("One more thing.");
    await caller.told("error", ({ code }) => code === "ended");
    await hangUp(caller);
  });
});

test("WS04 a session that was signed out says nothing any more", async () => {
  const grace = await site.guest();
  const path = await grace.start("the-loan");
  const caller = await callAs(grace, path);
  await grace.post("/logout", {});
  caller.say("Is anybody there?");
  expect(await caller.closed()).toBe(1008);
  const said = await site.db
    .select()
    .from(messages)
    .where(sql`text = 'Is anybody there?'`);
  expect(said).toEqual([]);
});

describe("WS04 the socket of somebody who says nothing ends within two seconds", () => {
  let other: TestSite;
  let admin: Awaited<ReturnType<TestSite["account"]>>;
  /** The same person, or the administrator, at the instance that the socket is not at. */
  const elsewhere = (cookie: string | null) => Object.assign(new Visitor(other.origin), { cookie });
  beforeAll(async () => {
    other = await startSite({ DATABASE_URL: site.databaseUrl });
    admin = await site.account("ADMIN");
  });
  afterAll(() => other.stop());

  test("when the invitation they came by is revoked", async () => {
    const token = await site.invite();
    const grace = site.visitor();
    await grace.post(`/invite/${token}`, {});
    const { id } = await storedInvitation(site.db, token);
    await endsBy(grace, () => elsewhere(admin.cookie).post(`/admin/invitations/${id}`, { intent: "revoke" }));
  });

  test("when they are shut out", async () => {
    const grace = await site.account("USER");
    await endsBy(grace, () =>
      elsewhere(admin.cookie).post(`/admin/users/${grace.personId}`, { intent: "disable" }),
    );
  });

  test("when they sign out everywhere", async () => {
    const grace = await site.account("USER");
    await endsBy(grace, () => elsewhere(grace.cookie).post("/logout", { everywhere: "yes" }));
  });

  async function endsBy(visitor: Visitor, deed: () => Promise<Response>): Promise<void> {
    const caller = await callAs(visitor, await visitor.start("the-loan"));
    const began = performance.now();
    expect((await deed()).status).toBe(303);
    expect(await caller.closed()).toBe(1008);
    expect(performance.now() - began).toBeLessThan(2_000);
  }
});

describe("WS08 SIGTERM", () => {
  test("lets the turn be heard to its end, closes with 1001 and exits 0", async () => {
    const { url } = await freshDatabase();
    const server = await startProcess({
      DATABASE_URL: url,
      SESSION_KEY: "cd".repeat(32),
      SCRIPTED_PACE_MS: "60",
      DEEPGRAM_API_KEY: "CANARY-KEY",
    });
    const { db, close } = openDatabase(url, { connections: 1 });
    const quota = { tokens: 50_000, preset: null };
    const token = await makeInvitation(db, { label: "Grace", source: "person", seats: 1, quota, days: 1 });
    const grace = new Visitor(server.origin);
    await grace.post(`/invite/${token}`, {});
    const path = await grace.start("the-loan");
    const [speaking, idle] = [await callAs(grace, path), await callAs(grace, await grace.start("the-loan"))];
    speaking.speak([Uint8Array.of(1), Uint8Array.of(2)]);
    await speaking.told("partner");
    server.child.kill("SIGTERM");
    const began = performance.now();
    expect(await idle.closed()).toBe(1001);
    expect(speaking.code).toBeNull();
    expect(await speaking.closed()).toBe(1001);
    expect(await server.exited).toBe(0);
    expect(performance.now() - began).toBeLessThan(9_000);
    expect(await speaking.told("turn")).toMatchObject({ status: "complete" });
    expect(await brokenInvariants(db)).toEqual([]);
    // What is not there yet is said at the start; no word, cookie or key is in the log.
    expect(server.output()).toContain("DEEPGRAM_API_KEY is set, but this version does not know Deepgram yet");
    const final = await speaking.told("transcript", (transcript) => transcript.final);
    for (const secret of ["CANARY", grace.cookie?.split("=")[1] ?? "", final.text])
      expect(server.output()).not.toContain(secret);
    await close();
  });
});

function callAs(visitor: Visitor, path: string): Promise<Caller> {
  return Caller.open(`${visitor.origin}/ws${path}`, { origin: visitor.origin, cookie: visitor.cookie });
}

function knockAs(visitor: Visitor, path: string): Promise<Caller | number> {
  return knock(visitor.origin + path, { origin: visitor.origin, cookie: visitor.cookie });
}

/** Until the server knows, too: a seat is free only then. */
async function hangUp(...callers: Caller[]): Promise<void> {
  for (const caller of callers) caller.socket.close();
  for (const caller of callers) await caller.closed();
}

async function stored(turnId: string): Promise<{ user: string; partner: string; coach: string }> {
  const rows = await site.db.select().from(messages).where(eq(messages.turnId, turnId));
  const textOf = (role: string) => rows.find((row) => row.role === role)?.text ?? "";
  return { user: textOf("user"), partner: textOf("partner"), coach: textOf("coach") };
}

async function replies(turnId: string): Promise<{ partner: string; coach: string }> {
  const { partner, coach } = await stored(turnId);
  return { partner, coach };
}

/** The status of the first answer to bytes as they are; the connection must then be closed by the server. */
function rawStatus(bytes: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(new URL(site.origin).port), "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])));
  });
}
