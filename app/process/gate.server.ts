import type { IncomingMessage, ServerResponse } from "node:http";
import { isSameOrigin } from "#app/middleware/same-origin.ts";
import { sendPlainPage } from "./plain-page.server.ts";
import { plainWords } from "./plain-words.ts";

/** A message of 4,000 characters is at most 48 KB in a form; four times that leaves room to answer a paste with its text kept. */
export const bodyLimitBytes = 200_000;

/** Ten times the longest paste anybody can mean. */
const droppedBodyBytes = 10_000_000;

/**
 * What every request must pass before anything reads it: a known method, a body of a known and bearable size, and for
 * whatever changes something our own page as its source. Answers itself and returns false when it does not pass.
 */
export function passesGate(request: IncomingMessage, response: ServerResponse, appOrigin: string): boolean {
  const method = request.method ?? "GET";
  if (!["GET", "HEAD", "POST"].includes(method)) {
    response.setHeader("Allow", "GET, HEAD, POST");
    sendPlainPage(response, 405, plainWords.method);
    return false;
  }
  if (!namesAPage(request)) {
    refuseBody(request, response);
    sendPlainPage(response, 400, plainWords.address);
    return false;
  }
  const { origin, "sec-fetch-site": site } = request.headers;
  const secFetchSite = Array.isArray(site) ? site.join() : site;
  if (!isSameOrigin({ method, origin, secFetchSite }, appOrigin)) {
    refuseBody(request, response);
    sendPlainPage(response, 403, plainWords.elsewhere);
    return false;
  }
  if (method !== "POST") return true;
  if (request.headers["transfer-encoding"] !== undefined) {
    refuseBody(request, response);
    sendPlainPage(response, 411, plainWords.length);
    return false;
  }
  if (Number(request.headers["content-length"] ?? 0) > bodyLimitBytes) {
    refuseBody(request, response);
    sendPlainPage(response, 413, plainWords.tooLong);
    return false;
  }
  return true;
}

/** Can its address be read at all? One that names the host too (RFC 9112, 3.2.2) is brought to the usual form. */
function namesAPage(request: IncomingMessage): boolean {
  const { url = "" } = request;
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) {
    const { pathname, search } = new URL(url);
    request.url = pathname + search;
  }
  return (
    // Two slashes would name another host.
    /^\/(?!\/)/.test(request.url ?? "") && namesOneHost(request) && isDecodable(request.url ?? "")
  );
}

/**
 * One host, and nothing but a host (RFC 9112, 3.2): what else an address can hold would move the path, as every address
 * that is built from it is read.
 */
function namesOneHost({ headersDistinct }: IncomingMessage): boolean {
  const [host = "", ...more] = headersDistinct.host ?? [];
  return (
    more.length === 0 &&
    /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host) &&
    URL.canParse(`http://${host}`)
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

/**
 * Nobody reads this body. A browser still sends it while the answer is on its way, and takes a connection that is closed
 * meanwhile for a site that is gone: what is not too much is received and dropped.
 */
function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  const bytes = Number(request.headers["content-length"] ?? Number.NaN);
  if (!(bytes <= droppedBodyBytes)) response.setHeader("Connection", "close");
  request.resume();
}
