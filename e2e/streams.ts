import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base } from "#e2e/fixtures.ts";

/** Answers a page's request for the events of a turn in the server's place. */
type Player = (stream: PlayedStream) => void;

/** One connection of a page, played by a test. */
export type PlayedStream = {
  /** Words of the partner. */
  says(delta: string): void;
  /** Words of the coach. */
  notes(delta: string): void;
  /** Breaks the connection as a network does. */
  breaks(): void;
};

type Streams = {
  /** From now on connections are played; null: they reach the server again. */
  playedBy(player: Player | null): void;
  /** How many connections were asked for. */
  asked: number;
};

/** Tests that play the event stream themselves: the page asks for it as ever, and is led to another server on the way. */
export const test = base.extend<{ streams: Streams }>({
  streams: async ({ page }, use) => {
    let player: Player | null = null;
    const streams: Streams = {
      playedBy: (next) => (player = next),
      asked: 0,
    };
    const server = createServer((request, response) => {
      const turn = new URL(request.url ?? "", "http://localhost").searchParams.get("turn") ?? "";
      player?.(played(response, turn));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await page.route(/\/conversation\/[^/]+\/events\?/, async (route) => {
      streams.asked += 1;
      const { search } = new URL(route.request().url());
      await route.continue(player ? { url: `http://127.0.0.1:${port}/${search}` } : {});
    });
    await use(streams);
    server.closeAllConnections();
    server.close();
  },
});

function played(response: ServerResponse, turn: string): PlayedStream {
  let said = 0;
  let noted = 0;
  const write = (channel: string, delta: string) =>
    response.write(
      `event: ${channel}\nid: 1.${said}-1.${noted}\ndata: ${JSON.stringify({ turn, delta })}\n\n`,
    );
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" });
  response.write(": still here\n\n");
  return {
    says(delta) {
      said += delta.length;
      write("partner", delta);
    },
    notes(delta) {
      noted += delta.length;
      write("coach", delta);
    },
    breaks: () => response.destroy(),
  };
}
