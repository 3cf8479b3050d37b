import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const yearSeconds = 31_536_000;
const hourSeconds = 3_600;

/**
 * Serves the built client: hashed files for ever, everything else for an hour; the .br and .gz files that the build has
 * laid beside them are sent as they are.
 */
export function serveStaticFiles(folder: string): Handler {
  return sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, pathname) {
      const hashed = pathname.startsWith("/assets/");
      response.setHeader(
        "Cache-Control",
        hashed ? `public, max-age=${yearSeconds}, immutable` : `public, max-age=${hourSeconds}`,
      );
    },
  });
}
