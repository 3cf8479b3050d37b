import { randomUUID } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { openDatabase } from "./client.server.ts";
import { startEmbeddedPostgres } from "./embedded.ts";
import { withFileLock } from "./file-lock.ts";
import { migrateDatabase } from "./migrate.ts";
import { seedDatabase } from "./seeds/seed.ts";

/** What a fresh database is a copy of. */
const TEMPLATE = { empty: "coach_template", seeded: "coach_seeded" };

declare module "vitest" {
  export interface ProvidedContext {
    testDatabaseFolder: string;
  }
}

export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * A migrated database of one's own, in about 50 ms (the first in a run: two seconds); with what every server plants at
 * its start when `seeded`, else empty. For vitest only.
 * All of them vanish with the run; `drop()` is for a test that makes many. It cuts connections still open.
 */
export async function freshDatabase({ seeded = false } = {}): Promise<TestDatabase> {
  const server = await (starting ??= startWithTemplates());
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const template = seeded ? TEMPLATE.seeded : TEMPLATE.empty;
  // Files as they are, not every page through the log: a third of the time where nothing waits for a disk.
  await asOwner(
    server,
    (sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`,
  );
  return {
    url: at(server, name),
    async drop() {
      await asOwner(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    },
  };
}

let starting: Promise<string> | undefined;

async function startWithTemplates(): Promise<string> {
  const folder = inject("testDatabaseFolder");
  const { url } = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  // Several workers come here at once.
  await withFileLock(join(folder, "template.lock"), async () => {
    await makeTemplate(url, TEMPLATE.empty, migrateDatabase);
    await makeTemplate(url, TEMPLATE.seeded, async (draft) => {
      await migrateDatabase(draft);
      const { db, close } = openDatabase(draft, { connections: 1 });
      await seedDatabase(db);
      await close();
    });
  });
  return url;
}

async function makeTemplate(url: string, name: string, fill: (url: string) => Promise<void>): Promise<void> {
  const made = await asOwner(url, (sql) => sql`select 1 from pg_database where datname = ${name}`);
  if (made.length > 0) return;
  const draft = `${name}_draft`;
  await asOwner(url, (sql) => sql`create database ${sql(draft)}`);
  await fill(at(url, draft));
  await asOwner(url, (sql) => sql`alter database ${sql(draft)} rename to ${sql(name)}`);
}

function asOwner<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  // One connection for all: it takes almost as long to make as what is asked over it. Idle for a second it ends by itself.
  return ask((owner ??= postgres(url, { max: 1, idle_timeout: 1, onnotice: () => {} })));
}

let owner: postgres.Sql | undefined;

function at(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
