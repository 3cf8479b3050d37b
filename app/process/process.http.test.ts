import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeOwnerLink } from "#app/features/accounts/owner-link.server.ts";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { freshDatabase } from "#db/testing.ts";
import { heard, readFrames } from "#e2e/event-reader.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { type ServerProcess, startProcess } from "#e2e/process.ts";
import { Visitor } from "#e2e/visitor.ts";

const sessionKey = "cd".repeat(32);

describe("the log", () => {
  test("RR11 holds no word of a conversation, no cookie, token, key or invitation, also when things go wrong", async () => {
    const { server, ada, token, close } = await begin({ LOG_LEVEL: "debug" });
    const room = await ada.start("the-loan");
    await ada.say(room, "CANARY-WORDS about the money");
    await ada.say(room, "CANARY-WORDS again".repeat(400));
    await ada.get(`/invite/${token}.data`);
    await ada.get(`/invite/${token}?x=1`);
    await ada.get(`${room}/events?turn=${randomUUID()}&after=CANARY-CURSOR`);
    for (const spelled of ["%69nvite", "x/..%2finvite", "invite;x", "invitee"])
      await ada.get(`/${spelled}/${token}`);
    await ada.get(`/invite/${token}%`);
    const ownerToken = await makeOwnerLink(close.db);
    await ada.get(`/owner/${ownerToken}`);
    await ada.get("/api/auth/google/callback?code=CANARY-CODE&state=CANARY-STATE");
    // The database breaks under a post: the driver's error holds the values of the query.
    await close.db.execute("alter table messages rename to messages_away");
    const broken = await ada.say(room, "CANARY-WORDS in a failing query");
    expect(broken.status).toBe(500);
    const brokenPage = await broken.text();
    expect(brokenPage).toContain("Something broke on our side");
    const brokenData = await (await ada.get(`${room}.data`)).text();
    for (const page of [brokenPage, brokenData])
      expect(page).not.toMatch(/messages_away|relation|\.ts:|\bat \w+ \(/);
    await close.db.execute("alter table messages_away rename to messages");

    server.child.kill("SIGTERM");
    await server.exited;
    await close();
    const output = server.output();
    expect(output).toContain('"request failed"');
    expect(output).toContain("/invite/…");
    for (const secret of [
      "CANARY",
      token,
      ownerToken,
      ada.cookie?.split("=")[1] ?? "no cookie",
      sessionKey,
    ]) {
      expect(output.includes(secret), secret.slice(0, 12)).toBe(false);
    }
  });

  test("AU21 never prints a way in when the database is one's own", async () => {
    const { server, close } = await begin({});
    server.child.kill("SIGTERM");
    await server.exited;
    await close();
    expect(server.output()).toContain("Conversation Coach http://localhost:");
    expect(server.output()).not.toMatch(/Guest invitation|Owner sign-in|\/(invite|owner)\/[A-Za-z0-9_-]/);
  });
});

test("AU21 npm run owner-link prints a fresh link to the terminal, and the one before lets nobody in", async () => {
  const { server, url, close } = await begin({});
  const run = () =>
    execFileSync("node_modules/.bin/node", ["db/commands/owner-link.ts"], {
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        DATABASE_URL: url,
        SESSION_KEY: sessionKey,
        APP_ORIGIN: server.origin,
      },
    });
  const [first, second] = [run(), run()].map((line) => line.replace(/^Owner sign-in /, "").trim());
  expect(second).toMatch(/^http:\/\/localhost:\d+\/owner\/[\w-]{43}$/);
  const owner = new Visitor(server.origin);
  expect((await owner.post(new URL(first ?? "").pathname, {})).status).toBe(410);
  expect((await owner.post(new URL(second ?? "").pathname, {})).status).toBe(303);
  expect((await owner.get("/admin/users")).status).toBe(200);
  server.child.kill("SIGTERM");
  await server.exited;
  await close();
  expect(server.output()).not.toMatch(/\/owner\/[\w-]/);
}, 60_000);

describe("SIGTERM", () => {
  test("lets the reply finish, tells every viewer, and exits 0", async () => {
    const { server, ada, close } = await begin({ SCRIPTED_PACE_MS: "60" });
    const room = await ada.start("the-loan");
    const turnId = randomUUID();
    await ada.say(room, "It is about the money you owe me.", { turnId, live: "yes" });
    const viewers = await Promise.all(
      Array.from({ length: 5 }, () => ada.get(`${room}/events?turn=${turnId}`)),
    );
    const pages = Promise.all(viewers.map((viewer) => readFrames(viewer)));
    server.child.kill("SIGTERM");
    expect(await server.exited).toBe(0);
    for (const frames of await pages)
      expect(heard(frames)).toMatchObject({ partnerStatus: "complete", turn: "complete" });
    expect(await brokenInvariants(close.db)).toEqual([]);
    await close();
  });
});

describe("a wrong environment", () => {
  test("stops the boot with one line that names the variable", async () => {
    const server = await startProcess({ PORT: "none" }, { ready: false });
    expect(await server.exited).toBe(1);
    expect(server.output()).toBe("PORT must be a whole number from 1 to 65535\n");
  });

  test("a password that is wrong is told, but not which", async () => {
    const { url } = await freshDatabase();
    const wrong = new URL(url);
    wrong.password = "s3cret-pass";
    const server = await startProcess(
      { DATABASE_URL: wrong.href, SESSION_KEY: sessionKey },
      { ready: false },
    );
    expect(await server.exited).toBe(1);
    expect(server.output()).toMatch(/^Conversation Coach could not start: .+\n$/);
    expect(server.output()).not.toContain("s3cret-pass");
  });

  test("a port that is taken is told", async () => {
    const { server, url, close } = await begin({});
    const port = new URL(server.origin).port;
    const second = await startProcess(
      { PORT: port, DATABASE_URL: url, SESSION_KEY: sessionKey },
      { ready: false },
    );
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(port);
    server.child.kill("SIGTERM");
    await server.exited;
    await close();
  });
});

/** A server of one's own with one guest in it. */
async function begin(environment: Record<string, string>) {
  const { url } = await freshDatabase();
  const server: ServerProcess = await startProcess({
    DATABASE_URL: url,
    SESSION_KEY: sessionKey,
    ...environment,
  });
  const { db, close } = openDatabase(url, { connections: 2 });
  const quota = { tokens: 50_000, preset: null };
  const token = await makeInvitation(db, { label: "Grace", source: "person", seats: 1, quota, days: 1 });
  const ada = new Visitor(server.origin);
  await ada.post(`/invite/${token}`, {});
  return { server, ada, token, url, close: Object.assign(close, { db }) };
}
