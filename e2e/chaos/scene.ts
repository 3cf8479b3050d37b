import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { freshDatabase } from "#db/testing.ts";
import { heard, readFrames } from "#e2e/event-reader.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";
import { type ServerProcess, startProcess } from "#e2e/process.ts";
import { Visitor } from "#e2e/visitor.ts";

export type Scene = {
  db: Database;
  url: string;
  model: ModelProvider;
  /** One more process of the built server on the same database and model. */
  instance(environment?: Record<string, string>): Promise<ServerProcess>;
  guest(at: ServerProcess): Promise<Visitor>;
  /** As if 20 s had passed since the last sign of life of every writer. */
  leasesEnd(): Promise<void>;
  lanes(turnId: string): Promise<StoredLane[]>;
  /** Ends every process and gives back which invariants are broken. */
  end(): Promise<string[]>;
};

export type StoredLane = {
  lane: string;
  attempt: number;
  status: string;
  reason: string | null;
  charged: number | null;
  text: string;
};

/** Processes of the built server, a stand-in for the model, and a look at their database. For vitest. */
export async function setScene(): Promise<Scene> {
  const { url } = await freshDatabase({ seeded: true });
  const model = await startModelProvider();
  const { db, close } = openDatabase(url, { connections: 2 });
  const servers: ServerProcess[] = [];
  return {
    db,
    url,
    model,
    async instance(environment = {}) {
      const server = await startProcess({
        DATABASE_URL: url,
        SESSION_KEY: "cd".repeat(32),
        ANTHROPIC_API_KEY: "any",
        ANTHROPIC_BASE_URL: model.url,
        ...environment,
      });
      servers.push(server);
      return server;
    },
    async guest(at) {
      const quota = { tokens: 50_000, preset: null };
      const token = await makeInvitation(db, { label: "Grace", source: "person", seats: 1, quota, days: 1 });
      const visitor = new Visitor(at.origin);
      await visitor.post(`/invite/${token}`, {});
      return visitor;
    },
    async leasesEnd() {
      await db.execute(
        sql`update runs set lease_until = clock_timestamp() - interval '1 second' where status = 'running'`,
      );
    },
    async lanes(turnId) {
      const rows = await db.execute<StoredLane>(sql`
        select r.lane, r.attempt, r.status, r.reason, r.charged, coalesce(m.text, '') as text
        from runs r left join messages m on m.conversation_id = r.conversation_id and m.turn_id = r.subject_id
          and m.role = r.lane and m.attempt = r.attempt
        where r.subject_id = ${turnId} order by r.lane desc, r.attempt`);
      return [...rows];
    },
    async end() {
      for (const { child } of servers) child.kill("SIGKILL");
      await Promise.all(servers.map(({ exited }) => exited));
      const broken = await brokenInvariants(db);
      await close();
      await model.close();
      return broken;
    },
  };
}

/** Says something as a page with JavaScript does; resolves with the turn once it is acknowledged. */
export async function sayLive(visitor: Visitor, room: string, text: string, turnId: string = randomUUID()) {
  const answer = await visitor.say(room, text, { turnId, live: "yes" });
  await answer.arrayBuffer();
  return { turnId, status: answer.status };
}

/** What a viewer is shown of a turn from now to its end. */
export async function shownOf(visitor: Visitor, room: string, turnId: string) {
  return heard(await readFrames(await visitor.get(`${room}/events?turn=${turnId}`)));
}

/** Resolves once `holds` does; looks every 50 ms, and gives up after so many seconds. */
export async function until(holds: () => Promise<boolean> | boolean, seconds = 30): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`it did not come about within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
