import { logFailure } from "./log.server.ts";

/**
 * postgres.js can write to a connection that was cut a moment before, from a timer where nobody can catch it
 * (`nextWrite` of a null socket, 3.4.9). The query it was for is rejected by our own deadline; the process need not die of
 * it. Every other uncaught exception stops the process as an unhandled rejection does.
 */
export function passOverDriverDefect(): void {
  process.on("uncaughtException", (error) => {
    if (isDriverDefect(error)) logFailure("the database driver wrote to a cut connection", error);
    else void Promise.reject(error);
  });
}

export function isDriverDefect(error: Error): boolean {
  const places = error.stack ?? "";
  return (
    error instanceof TypeError &&
    /at nextWrite|Immediate\.nextWrite/.test(places) &&
    /postgres.connection\.js|postgres\/(src|cjs)/.test(places)
  );
}
