import { uuidv7 } from "uuidv7";
import type { Role } from "#app/features/accounts/person.ts";
import { accountSession } from "#app/features/accounts/session-cookie.server.ts";
import { grantTokens } from "#app/features/budgets/grant.server.ts";
import { sessionCookie } from "#app/middleware/session.server.ts";
import type * as Server from "#app/server.ts";
import { users } from "#db/schema/people.ts";
import { readEnv } from "#app/env.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { freshDatabase } from "#db/testing.ts";
import { freePort } from "./free-port.ts";
import { Visitor } from "./visitor.ts";

export type TestSite = {
  origin: string;
  databaseUrl: string;
  /** A look at the same database, past the app. */
  db: Database;
  /** The app's own, to see what it holds. */
  practice: Practice;
  visitor(): Visitor;
  /** Somebody who has come by an invitation of their own. */
  guest(tokens?: number): Promise<Visitor>;
  /** Somebody signed in with an account of this role. */
  account(role: Role, tokens?: number): Promise<Visitor & { personId: string }>;
  /** A fresh session of this person, as a `Cookie`. */
  sessionOf(personId: string): Promise<string>;
  /** The token of a fresh invitation. */
  invite(more?: { seats?: number; tokens?: number; days?: number }): Promise<string>;
  stop(): Promise<void>;
};

/** The built server, in this process, on a database of its own: what is tested is what is shipped. */
export async function startSite(environment: Record<string, string> = {}): Promise<TestSite> {
  const { url } = await freshDatabase({ seeded: true });
  const port = await freePort();
  const env = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: url,
    PORT: String(port),
    SESSION_KEY: "ab".repeat(32),
    SCRIPTED_PACE_MS: "0",
    LOG_LEVEL: "silent",
    ...environment,
  });
  const { start }: Pick<typeof Server, "start"> = await import(
    // Not known before the build has run.
    `${process.cwd()}/build/server/index.js`
  );
  const app = await start(env);
  const { db, close } = openDatabase(url, { connections: 3 });
  const origin = `http://localhost:${port}`;

  async function invite({ seats = 1, tokens = 50_000, days = 14 } = {}): Promise<string> {
    return makeInvitation(db, {
      label: "Grace",
      source: "person",
      seats,
      quota: { tokens, preset: null },
      days,
    });
  }
  async function sessionOf(personId: string): Promise<string> {
    const cookie = await sessionCookie(app.app.site, accountSession({ id: personId, epoch: 0 }));
    return cookie.split(";", 1)[0] ?? "";
  }
  return {
    origin,
    databaseUrl: url,
    db,
    practice: app.app.practice,
    invite,
    visitor: () => new Visitor(origin),
    sessionOf,
    async account(role, tokens = 50_000) {
      const id = uuidv7();
      const quota = { tokens: 0, preset: null };
      await db
        .insert(users)
        .values({ id, role, name: `A ${role}`, googleSubject: `sub-${id}`, quota, quotaTokens: 0 });
      await grantTokens(db, { personId: id, amount: tokens, reason: "test", actorId: null });
      const visitor = new Visitor(origin);
      visitor.cookie = await sessionOf(id);
      return Object.assign(visitor, { personId: id });
    },
    async guest(tokens) {
      const visitor = new Visitor(origin);
      const response = await visitor.post(`/invite/${await invite({ tokens })}`, {});
      if (response.status !== 303) throw new Error(`the invitation was not taken: ${response.status}`);
      return visitor;
    },
    async stop() {
      await app.stop();
      await close();
    },
  };
}
