import type { RequestListener } from "node:http";
import { readEnv } from "./env.server.ts";
import { type App, boot } from "./process/boot.server.ts";
import { sayWelcome } from "./process/welcome.server.ts";
import { listenerFor, socketsFor } from "./server.ts";
import type { ConversationSockets } from "./voice/socket.server.ts";

// An edit loads this module anew; the database and what is running must outlive it.
const kept = globalThis as { developmentApp?: Promise<App>; developmentSockets?: ConversationSockets };

/** What `npm run dev` answers with; Vite serves the files. Boots once. */
export async function developmentListener(): Promise<RequestListener> {
  kept.developmentApp ??= bootOnce();
  return listenerFor(await kept.developmentApp, { clientFolder: null });
}

/** The sockets of the same app; an edit of theirs asks for a new start. */
export async function developmentSockets(): Promise<ConversationSockets> {
  const app = await (kept.developmentApp ??= bootOnce());
  return (kept.developmentSockets ??= socketsFor(app, readEnv()));
}

async function bootOnce(): Promise<App> {
  const env = readEnv();
  const app = await boot(env);
  await sayWelcome(app);
  process.once("SIGTERM", () => void app.stop(0).then(() => process.exit(0)));
  return app;
}
