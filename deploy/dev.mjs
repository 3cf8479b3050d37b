// `npm run dev`: the same app, rebuilt as files change. Runs on Node 20 before anything is installed.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { prepare } from "./prepare.mjs";
import { projectNode, root, run } from "./project.mjs";
import { supervise } from "./supervise.mjs";

await prepare({ build: false });

// Read here too, because the address goes to the development server as arguments. What is set outside wins.
const envFile = join(root, ".env");
if (existsSync(envFile)) process.loadEnvFile(envFile);
const { PORT = "3000", HOST = "127.0.0.1", DATA_DIR = ".data" } = process.env;

supervise(
  ["node_modules/.bin/react-router", "dev", "--port", PORT, "--host", HOST, "--strictPort"],
  process.env,
  leaveDatabase,
);

/** Vite ends at once when told to, and so leaves the embedded database running. */
async function leaveDatabase() {
  const isRunning = existsSync(join(resolve(root, DATA_DIR), "postgres/postmaster.pid"));
  if (isRunning && !process.env.DATABASE_URL) await run(projectNode(), ["db/commands/leave.ts"]);
}
