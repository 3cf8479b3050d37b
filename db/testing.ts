import { randomUUID } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { startEmbeddedPostgres } from "./embedded.ts";
import { withFileLock } from "./file-lock.ts";
import { migrateDatabase } from "./migrate.ts";

const TEMPLATE = "coach_template";

declare module "vitest" {
  export interface ProvidedContext {
    testDatabaseFolder: string;
  }
}

export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * A migrated, otherwise empty database of one's own, in about 50 ms (the first in a run: two seconds). For vitest only.
 * All of them vanish with the run; `drop()` is for a test that makes many. It cuts connections still open.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await (starting ??= startWithTemplate());
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asOwner(server, (sql) => sql`create database ${sql(name)} template ${sql(TEMPLATE)}`);
  return {
    url: at(server, name),
    async drop() {
      await asOwner(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    },
  };
}

let starting: Promise<string> | undefined;

async function startWithTemplate(): Promise<string> {
  const folder = inject("testDatabaseFolder");
  const { url } = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  // Several workers come here at once.
  await withFileLock(join(folder, "template.lock"), async () => {
    const made = await asOwner(url, (sql) => sql`select 1 from pg_database where datname = ${TEMPLATE}`);
    if (made.length > 0) return;
    const draft = `${TEMPLATE}_draft`;
    await asOwner(url, (sql) => sql`create database ${sql(draft)}`);
    await migrateDatabase(at(url, draft));
    await asOwner(url, (sql) => sql`alter database ${sql(draft)} rename to ${sql(TEMPLATE)}`);
  });
  return url;
}

async function asOwner<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

function at(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
