import { randomUUID } from "node:crypto";
import { finished } from "node:stream/promises";
import { freePort } from "#e2e/free-port.ts";
import { ask, type Contender, ended, startPinned, until } from "./contender.ts";
import { Learners } from "./learners.ts";
import { inWords } from "./script.ts";
import { readStamps } from "./stamps.ts";

export type AppServer = Contender & {
  /** Ends the process and starts another in its place; learners and conversations stay. */
  restart(nodeArgs?: string[]): Promise<void>;
  /** Where a pair's room is, and the cookie of its learner. */
  pageOf(pair: number): { origin: string; path: string; cookie: string };
};

/** Our built app as a process of its own, on a database of its own. */
export async function startApp(databaseUrl: string, upstreamUrl: string): Promise<AppServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const learners = new Learners(databaseUrl, origin);

  async function start(nodeArgs: string[] = []) {
    const server = startPinned([...nodeArgs, "build/server/index.js"], {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      PORT: `${port}`,
      APP_ORIGIN: origin,
      DATABASE_URL: databaseUrl,
      SESSION_KEY: "ab".repeat(32),
      ANTHROPIC_API_KEY: "bench",
      ANTHROPIC_BASE_URL: upstreamUrl,
    });
    await until(server, () =>
      fetch(`${origin}/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    return server;
  }

  let server = await start();
  return {
    name: "Conversation Coach",
    get pid() {
      return server.pid ?? null;
    },
    prepare: (pairs) => learners.prepare(pairs),
    async turn(pair, script, onDelta) {
      const { path, headers } = learners.speaker(pair);
      const turnId = randomUUID();
      const form = new URLSearchParams({ intent: "speak", turnId, text: inWords(script), live: "yes" });
      // As the room in the browser does: the stream is opened beside the post, not after it.
      const [count] = await Promise.all([
        ask(`${origin}${path}/events?turn=${turnId}`, { method: "GET", headers }).then((events) =>
          readStamps(events, onDelta),
        ),
        ask(`${origin}${path}.data`, { method: "POST", headers }, form.toString()).then((answer) =>
          finished(answer.resume()),
        ),
      ]);
      return count;
    },
    pageOf(pair) {
      const { path, headers } = learners.speaker(pair);
      return { origin, path, cookie: headers["Cookie"] ?? "" };
    },
    async restart(nodeArgs) {
      await ended(server);
      server = await start(nodeArgs);
    },
    async stop(signal) {
      await learners.close();
      await ended(server, signal);
    },
  };
}
