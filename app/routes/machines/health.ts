/** The process answers. Touches no database: a database that is away is no reason to restart the app. */
export function loader() {
  return new Response("ok\n", { headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" } });
}
