// npm run db:studio: a look into the database with Drizzle Studio, until Ctrl-C.
import { spawn } from "node:child_process";
import { withCommandDatabase } from "./command-database.ts";

await withCommandDatabase(async (url) => {
  // Ctrl-C reaches the studio itself; this process waits for its end and then leaves the database in order.
  process.on("SIGINT", () => {});
  const studio = spawn(process.execPath, ["node_modules/.bin/drizzle-kit", "studio"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: "inherit",
  });
  process.on("SIGTERM", () => studio.kill());
  await new Promise((ended) => studio.once("exit", ended));
});
