// `npm start`: whatever a fresh clone needs, then the server. Runs on Node 20 before anything is installed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "./prepare.mjs";
import { root } from "./project.mjs";
import { supervise } from "./supervise.mjs";

await prepare({ build: true });
const envFile = existsSync(join(root, ".env")) ? ["--env-file=.env"] : [];
supervise([...envFile, "build/server/index.js"], { ...process.env, NODE_ENV: "production" });
