import { siteContext } from "#app/middleware/contexts.ts";
import type { Route } from "./+types/robots";

/** Crawlers are welcome on what is public; everything else is somebody's own. */
export function loader({ context }: Route.LoaderArgs) {
  const { origin } = context.get(siteContext);
  const rules = [
    "User-agent: *",
    "Disallow: /conversation/",
    "Disallow: /invite/",
    "Disallow: /login",
    "",
    `Sitemap: ${origin}/sitemap.xml`,
  ];
  return new Response(`${rules.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
