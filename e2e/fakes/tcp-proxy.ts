import { createServer, connect, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export type TcpProxy = {
  port: number;
  /** Passes bytes on (as at the start). */
  open(): void;
  /** Closes every connection and refuses new ones. */
  cut(): void;
  /** Keeps every connection and passes nothing on, in either direction: the other side is gone without a word. */
  swallow(): void;
  /** Cuts a connection as soon as it has passed on these bytes from the client: the answer is lost. */
  cutAfter(bytes: string): void;
  close(): Promise<void>;
};

/** Stands between two programs and breaks what is between them. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  let state: "open" | "cut" | "swallow" = "open";
  let trigger: string | null = null;
  const sockets = new Set<Socket>();

  const server = createServer((near) => {
    if (state === "cut") {
      near.destroy();
      return;
    }
    const far = connect(target);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (bytes) => {
      if (state === "swallow") return;
      far.write(bytes);
      if (trigger !== null && bytes.includes(trigger)) {
        trigger = null;
        // The bytes are on their way; what comes back is not.
        near.destroy();
      }
    });
    far.on("data", (bytes) => state !== "swallow" && near.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    open: () => void (state = "open"),
    cut() {
      state = "cut";
      for (const socket of sockets) socket.destroy();
    },
    swallow: () => void (state = "swallow"),
    cutAfter: (bytes) => void (trigger = bytes),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
