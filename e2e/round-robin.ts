import { createServer, request, type Server } from "node:http";

/**
 * One address before several instances: each request goes to the next one, streams included, so that no two requests of a
 * page can count on the same process.
 */
export async function startRoundRobin(port: number, instances: number[]): Promise<Server> {
  let turn = 0;
  const server = createServer((near, response) => {
    const far = request({
      host: "127.0.0.1",
      port: instances[turn++ % instances.length],
      path: near.url,
      method: near.method,
      headers: near.headers,
    });
    far.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on("error", () => response.destroy());
    });
    // An instance that is gone: whoever asks again meets the other one.
    far.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on("close", () => far.destroy());
    near.pipe(far);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}
