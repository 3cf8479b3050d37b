/** What a request says about where it comes from. */
export type Provenance = { method: string; origin: string | undefined; secFetchSite: string | undefined };

/**
 * May this request change something? Safe methods may; others only from our own pages: what the browser says about the
 * site must be `same-origin`, a named origin must be ours, and one of the two must be there. React Router checks page
 * routes only, and lets a missing origin pass. (Fetch Metadata, W3C; OWASP CSRF prevention.)
 */
export function isSameOrigin(request: Provenance, appOrigin: string): boolean {
  const { method, origin, secFetchSite } = request;
  if (method === "GET" || method === "HEAD") return true;
  if (origin === undefined && secFetchSite === undefined) return false;
  const siteFits = secFetchSite === undefined || secFetchSite === "same-origin";
  const originFits = origin === undefined || originsOf(appOrigin).includes(origin);
  return siteFits && originFits;
}

/** On a laptop the same server is reached as `localhost` and as `127.0.0.1`. */
export function originsOf(appOrigin: string): string[] {
  const { protocol, hostname, port } = new URL(appOrigin);
  const loopback = ["localhost", "127.0.0.1", "[::1]"];
  if (!loopback.includes(hostname)) return [appOrigin];
  return loopback.map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`);
}
