import { existsSync } from "node:fs";
import { startEmbeddedPostgres } from "#db/embedded.ts";

const DEFAULT_DATA_DIR = ".data";

/**
 * Lets a command work on the same database as the app: DATABASE_URL, or else the embedded one in DATA_DIR, which it
 * joins when the app is running and starts when it is not.
 */
export async function withCommandDatabase(work: (url: string) => Promise<void>): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const url = process.env["DATABASE_URL"];
  if (url) return work(url);
  const embedded = await startEmbeddedPostgres({
    dataDir: process.env["DATA_DIR"] || DEFAULT_DATA_DIR,
    durable: true,
  });
  try {
    await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}
