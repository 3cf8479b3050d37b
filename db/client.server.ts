import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** A pool, or a transaction of it: what every feature function takes first. */
export type Database = Omit<PostgresJsDatabase, "$client" | "transaction"> &
  Pick<PostgresJsDatabase, "transaction">;

const connectTimeoutSeconds = 5;
const statementTimeoutMs = 5_000;
const idleInTransactionTimeoutMs = 10_000;

/**
 * Opens a pool. No statement runs longer than 5 s and no transaction may wait for the network: both are cut by the
 * database, whose clock also decides every lease and expiry.
 */
export function openDatabase(
  url: string,
  { connections = 10 } = {},
): { db: Database; close(): Promise<void> } {
  const client = postgres(url, {
    max: connections,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => {},
    connection: {
      application_name: "conversation-coach",
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    },
  });
  return { db: drizzle({ client }), close: () => client.end({ timeout: 3 }) };
}

/** Does the database answer now? Never throws. */
export async function answersQueries(db: Database): Promise<boolean> {
  return db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
}
