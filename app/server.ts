import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { constants } from "node:zlib";
import { createRequestListener } from "@remix-run/node-fetch-server";
import closeWithGrace from "close-with-grace";
import compression from "compression";
import helmet from "helmet";
import { createRequestHandler, RouterContextProvider } from "react-router";
import * as build from "virtual:react-router/server-build";
import { type Env, EnvError, readEnv } from "./env.server.ts";
import { addressContext, databaseContext, practiceContext, siteContext } from "./middleware/contexts.ts";
import { originsOf } from "./middleware/same-origin.ts";
import { type App, boot } from "./process/boot.server.ts";
import { conversationDoor } from "./process/conversation-door.server.ts";
import { passesGate } from "./process/gate.server.ts";
import { log, logFailure } from "./process/log.server.ts";
import { logRequest } from "./process/request-log.server.ts";
import { passOverDriverDefect } from "./process/driver-defect.server.ts";
import { stillStarting } from "./process/still-starting.server.ts";
import { serveStaticFiles } from "./process/static-files.server.ts";
import { sayWelcome } from "./process/welcome.server.ts";
import { sendEventStream } from "./streaming/event-stream.server.ts";
import { addressOf } from "./voice/address-of.ts";
import { chooseVoice } from "./voice/choose-voice.server.ts";
import { refuseUpgrade } from "./voice/refuse-upgrade.ts";
import { type ConversationSockets, conversationSockets } from "./voice/socket.server.ts";

/** Turns get this long to finish after a signal; Cloud Run kills after ten seconds. */
const graceMs = 6_000;
const stopDeadlineMs = 9_000;

/** Answers every request of one app: the same in production, in development and in tests. */
export function listenerFor(app: App, { clientFolder }: { clientFolder: string | null }): RequestListener {
  const headers = helmet({
    // Pages carry a policy with their own nonce (`middleware/security-headers.server.ts`).
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    strictTransportSecurity: app.site.secure ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: "deny" },
  });
  // Flushing after each write: compression never holds back what has been sent. Event streams are not compressed at all.
  const compress = compression({
    flush: constants.Z_SYNC_FLUSH,
    brotli: { flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  } as compression.CompressionOptions);
  const files = clientFolder === null ? null : serveStaticFiles(clientFolder);
  // Behind TLS `request.url` says http: what counts as our own origin is configured, never read from a header.
  const allowedActionOrigins = originsOf(app.site.origin).map((origin) => new URL(origin).host);
  const handle = createRequestHandler({ ...build, allowedActionOrigins }, import.meta.env.MODE);
  const pages = (request: IncomingMessage, response: ServerResponse) => {
    const listener = createRequestListener(
      async (asked: Request) => {
        const answer = await handle(asked, contextOf(app, request));
        // An event stream is written past this listener, which then finds the response closed.
        await sendEventStream(answer, response);
        return answer;
      },
      { onError: (error) => logFailure("request failed", error) },
    );
    return listener(request, response);
  };

  return (request: IncomingMessage, response: ServerResponse) => {
    logRequest(request, response);
    headers(request, response, () => {
      if (!passesGate(request, response, app.site.origin)) return;
      const answer = () => compress(request as never, response as never, () => pages(request, response));
      if (files && request.method !== "POST") files(request, response, answer);
      else answer();
    });
  };
}

function contextOf({ site, db, practice }: App, request: IncomingMessage): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(siteContext, site);
  context.set(
    addressContext,
    addressOf(request.socket.remoteAddress, request.headers["x-forwarded-for"]?.toString()),
  );
  context.set(databaseContext, db);
  context.set(practiceContext, practice);
  return context;
}

/** The WebSockets of one app: the same in production and in development. */
export function socketsFor(app: App, env: Env): ConversationSockets {
  return conversationSockets({
    door: conversationDoor(app),
    openVoice: chooseVoice(env, (line) => log.warn(line)),
    log: { note: (what, facts) => log.info(facts, what), failure: logFailure },
  });
}

/** Boots and listens; resolves once requests are answered. */
export async function start(env: Env): Promise<{ app: App; stop(): Promise<void> }> {
  // Listening first: a port that is taken is told at once, and whoever asks while the database starts gets an answer.
  let answer: RequestListener = stillStarting;
  let sockets: ConversationSockets | null = null;
  const server = createServer(
    {
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      // Other upgrades (a client that offers HTTP/2) are ordinary requests, as the standard wants it.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === "websocket",
    },
    (request, response) => answer(request, response),
  );
  server.on("upgrade", (request, socket, head) => {
    if (sockets) sockets.upgrade(request, socket, head);
    else refuseUpgrade(socket, 503);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, () => resolve());
  });
  const app = await boot(env).catch((error: unknown) => {
    server.close();
    server.closeAllConnections();
    throw error;
  });
  answer = listenerFor(app, { clientFolder: "build/client" });
  sockets = socketsFor(app, env);
  return {
    app,
    async stop() {
      app.practice.draining = true;
      sockets?.leave();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await app.stop(graceMs);
      await sockets?.close();
      // Viewers have been told how their turns ended; a connection that still hangs must not keep the process.
      server.closeAllConnections();
      await closed;
    },
  };
}

async function main(): Promise<void> {
  const began = await startOrSayWhy();
  await sayWelcome(began.app);
  passOverDriverDefect();
  const { close } = closeWithGrace(
    { delay: stopDeadlineMs, logger: false, skip: ["uncaughtException"] },
    async ({ err }) => {
      if (err) logFailure("unexpected failure, stopping", err);
      await began.stop();
    },
  );
  // The launcher is gone (a closed terminal, a kill): nobody will ever send a signal.
  process.once("disconnect", () => close());
}

/** One line for people, not a stack: what is wrong is nearly always outside this program. */
async function startOrSayWhy(): ReturnType<typeof start> {
  try {
    return await start(readEnv());
  } catch (error) {
    const why = error instanceof Error ? error.message : "unknown";
    process.stderr.write(
      error instanceof EnvError ? `${why}\n` : `Conversation Coach could not start: ${why}\n`,
    );
    process.exit(1);
  }
}

if (import.meta.env.PROD && import.meta.main) await main();
