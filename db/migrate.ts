import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number; the same for every instance, so that two of them never migrate at once (Drizzle takes no lock itself). */
const migrationLock = 7_126_001;

/**
 * Brings a database to the newest schema. Safe to call from several instances at once: they wait for each other.
 * The SQL files are read from `db/migrations` below the working directory, which is the project's root everywhere.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle({ client }), { migrationsFolder: join(process.cwd(), "db/migrations") });
  } finally {
    // Ending the connection releases the lock, also after a failed migration.
    await client.end({ timeout: 5 });
  }
}
