import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { withDeadline } from "./deadline.ts";

/** A pool, or a transaction of it: what every feature function takes first. */
export type Database = Omit<PostgresJsDatabase, "$client" | "transaction"> &
  Pick<PostgresJsDatabase, "transaction">;

const connectTimeoutSeconds = 5;
const statementTimeoutMs = 5_000;
const idleInTransactionTimeoutMs = 10_000;
/** Longer than any statement may run; only a connection that is dead without saying so takes longer. */
const answerDeadlineMs = 8_000;

/**
 * Opens a pool. No statement runs longer than 5 s and no transaction may wait for the network: both are cut by the
 * database, whose clock also decides every lease and expiry. A connection that does not answer within 8 s is given up,
 * and the pool with it.
 */
export function openDatabase(
  url: string,
  { connections = 10, deadlineMs = answerDeadlineMs } = {},
): { db: Database; close(): Promise<void> } {
  const open = () => {
    const pool = postgres(url, {
      max: connections,
      connect_timeout: connectTimeoutSeconds,
      keep_alive: 30,
      onnotice: () => {},
      connection: {
        application_name: "conversation-coach",
        statement_timeout: statementTimeoutMs,
        idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
      },
    });
    // Drizzle tells a client how values travel (JSON as text, not once more as JSON); one that is opened anew must know too.
    drizzle({ client: pool });
    return pool;
  };
  const { client, close } = withDeadline(open, deadlineMs);
  return { db: drizzle({ client }), close };
}

/** Does the database answer now? Never throws. */
export async function answersQueries(db: Database): Promise<boolean> {
  return db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
}

/**
 * A question that is asked again and again: its SQL is put together once for each pool. `build` gives a prepared query
 * with placeholders.
 */
export function asked<Query>(build: (db: Database) => Query): (db: Database) => Query {
  const built = new WeakMap<Database, Query>();
  return (db) => {
    const query = built.get(db) ?? build(db);
    built.set(db, query);
    return query;
  };
}
