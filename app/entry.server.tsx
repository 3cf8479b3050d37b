import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { isDatabaseAway } from "#db/failures.ts";
import { nonceContext } from "./middleware/contexts.ts";
import { databaseAwayContext } from "./middleware/database.server.ts";
import { logFailure } from "./process/log.server.ts";

const renderTimeoutMs = 5_000;

/**
 * Renders a page in one piece: no page has parts that come later (they would never appear without JavaScript), so
 * crawlers and people get the same document.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entryContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          clearTimeout(timeout);
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timeout);
          reject(error instanceof Error ? error : new Error("the page could not be rendered"));
        },
        onError(error) {
          responseStatus = 500;
          logFailure("page could not be rendered", error);
        },
      },
    );
    const timeout = setTimeout(() => abort(new Error("rendering took too long")), renderTimeoutMs);
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (isDatabaseAway(error)) context.set(databaseAwayContext, true);
  // Whoever left does not need an answer, and their leaving is no failure.
  if (!request.signal.aborted) logFailure("request failed", error);
};
