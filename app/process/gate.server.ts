import type { IncomingMessage, ServerResponse } from "node:http";
import { isSameOrigin } from "#app/middleware/same-origin.ts";
import { sendPlainPage } from "./plain-page.server.ts";

/** A message of 4,000 characters is at most 48 KB in a form; four times that leaves room to answer a paste with its text kept. */
export const bodyLimitBytes = 200_000;

/**
 * What every request must pass before anything reads it: a known method, a body of a known and bearable size, and for
 * whatever changes something our own page as its source. Answers itself and returns false when it does not pass.
 */
export function passesGate(request: IncomingMessage, response: ServerResponse, appOrigin: string): boolean {
  const method = request.method ?? "GET";
  if (!["GET", "HEAD", "POST"].includes(method)) {
    response.setHeader("Allow", "GET, HEAD, POST");
    sendPlainPage(
      response,
      405,
      "That is not possible here",
      "This address can be read and posted to, nothing else.",
    );
    return false;
  }
  if (!namesAPage(request)) {
    refuseBody(request, response);
    sendPlainPage(
      response,
      400,
      "That address is broken",
      "It holds characters no address of this site has. Check it, or start anew.",
    );
    return false;
  }
  const { origin, "sec-fetch-site": site } = request.headers;
  const secFetchSite = Array.isArray(site) ? site.join() : site;
  if (!isSameOrigin({ method, origin, secFetchSite }, appOrigin)) {
    refuseBody(request, response);
    sendPlainPage(
      response,
      403,
      "That did not come from this site",
      "A form was sent from another page, so nothing was changed. Open this site itself and try again there.",
    );
    return false;
  }
  if (method !== "POST") return true;
  if (request.headers["transfer-encoding"] !== undefined) {
    refuseBody(request, response);
    sendPlainPage(
      response,
      411,
      "How long is it?",
      "The request did not say how large it is, so nothing was read.",
    );
    return false;
  }
  if (Number(request.headers["content-length"] ?? 0) > bodyLimitBytes) {
    refuseBody(request, response);
    sendPlainPage(
      response,
      413,
      "That is too long to send",
      "A message may have 4,000 characters. Nothing was sent or charged: go back, your text is still in the box there. Shorten it and send it again.",
    );
    return false;
  }
  return true;
}

/** Can its address be read at all? One that names the host too (RFC 9112, 3.2.2) is brought to the usual form. */
function namesAPage(request: IncomingMessage): boolean {
  const { url = "", headers } = request;
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) {
    const { pathname, search } = new URL(url);
    request.url = pathname + search;
  }
  return (
    // Two slashes would name another host.
    /^\/(?!\/)/.test(request.url ?? "") &&
    URL.canParse(`http://${headers.host ?? ""}`) &&
    isDecodable(request.url ?? "")
  );
}

function isDecodable(url: string): boolean {
  try {
    // The bundler drops a call whose result is not used, and with it the error that tells.
    return decodeURIComponent(url).length > 0;
  } catch {
    return false;
  }
}

/** Nobody reads this body: closing the connection is cheaper than receiving it to the end. */
function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Connection", "close");
  request.resume();
}
