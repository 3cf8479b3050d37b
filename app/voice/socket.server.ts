import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocketServer } from "ws";
import { addressOf } from "./address-of.ts";
import { Connection } from "./connection.server.ts";
import { defaultLimits, type SocketLimits } from "./limits.ts";
import { type RefusedStatus, refuseUpgrade } from "./refuse-upgrade.ts";
import { Seats } from "./seats.ts";
import type { Door, SocketLog, Visit } from "./visit.ts";
import type { OpenVoice } from "./voice-session.ts";

const goodbyeMs = 500;

export type ConversationSockets = {
  /** Answers the `upgrade` event of the HTTP server. Never throws or rejects. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets nobody in any more and lets go of everybody once the turn they watch has ended. */
  leave(): void;
  /** Says good-bye to whoever is still there, and hangs up on those who do not answer within half a second. */
  close(): Promise<void>;
};

/**
 * The WebSocket `/ws/conversation/<uuid>`. Whoever may not come in is told so in plain HTTP before the handshake, in this
 * order: another address 404, stopping 503, another origin or none 403 (browsers always send one, and a cookie alone
 * would let any page in), nobody we know 401, not their conversation 404, too many at once 429.
 */
export function conversationSockets(given: {
  door: Door;
  openVoice: OpenVoice;
  log: SocketLog;
  limits?: Partial<SocketLimits>;
}): ConversationSockets {
  const { door, openVoice, log } = given;
  const limits = { ...defaultLimits, ...given.limits };
  const seats = new Seats(limits.socketsPerPerson, limits.socketsPerAddress);
  const connections = new Set<Connection>();
  let leaving = false;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    // No browser sends a short message in pieces; a million of one byte each would cost memory (CVE-2026-48779).
    maxFragments: 64,
    maxBufferedChunks: 4_096,
  });

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Whoever goes away before the answer.
    const ignore = () => {};
    socket.on("error", ignore);
    void admit(request)
      .catch((error: unknown): RefusedStatus => {
        log.failure("a socket could not be let in", error);
        return 503;
      })
      .then((visit) => (typeof visit === "number" ? visit : seated(visit)))
      .then((outcome) => {
        if (typeof outcome !== "number") return;
        log.note("socket refused", { status: outcome });
        refuseUpgrade(socket, outcome);
      });

    /** From the seat to the open connection nothing waits: two at once cannot take the same seat. */
    function seated(visit: Visit): RefusedStatus | void {
      if (socket.destroyed) return;
      if (leaving) return 503;
      const leave = seats.take(
        visit.personId,
        addressOf(request.socket.remoteAddress, forwardedFor(request)),
      );
      if (!leave) return 429;
      // Also when the handshake itself is refused, and nothing is ever opened.
      socket.once("close", leave);
      socket.off("error", ignore);
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const began = performance.now();
        const connection = new Connection(webSocket, visit, { voice: openVoice(), limits, log });
        connections.add(connection);
        webSocket.once("close", (code) => {
          connections.delete(connection);
          log.note("socket closed", { code, ms: Math.round(performance.now() - began) });
        });
      });
    }
  }

  async function admit({ url = "", headers }: IncomingMessage): Promise<Visit | RefusedStatus> {
    const id = conversationIn(url);
    if (id === null) return 404;
    if (leaving) return 503;
    if (headers.origin === undefined || !door.origins.includes(headers.origin)) return 403;
    return door.enter(headers.cookie ?? null, id);
  }

  return {
    upgrade,
    leave() {
      leaving = true;
      for (const connection of connections) connection.leave();
    },
    async close() {
      leaving = true;
      for (const connection of connections) connection.end();
      const deadline = performance.now() + goodbyeMs;
      while (connections.size > 0 && performance.now() < deadline) await sleep(10);
      for (const connection of connections) connection.cut();
    },
  };
}

/** As it was sent: no `..`, no escapes, nothing beside it but a query. */
function conversationIn(url: string): string | null {
  const path = url.split("?", 1)[0] ?? "";
  return /^\/ws\/conversation\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(path)?.[1] ?? null;
}

function forwardedFor({ headers }: IncomingMessage): string | undefined {
  const value = headers["x-forwarded-for"];
  return Array.isArray(value) ? value.join() : value;
}
