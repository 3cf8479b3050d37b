import { publishedScenarios } from "#app/features/scenarios/queries.server.ts";
import { databaseContext, siteContext } from "#app/middleware/contexts.ts";
import type { Route } from "./+types/sitemap";

/** The public pages (sitemaps.org 0.9). Slugs are lower-case words and hyphens, so nothing needs escaping. */
export async function loader({ context }: Route.LoaderArgs) {
  const { origin } = context.get(siteContext);
  const scenarios = await publishedScenarios(context.get(databaseContext));
  const urls = ["/", ...scenarios.map(({ slug }) => `/scenarios/${slug}`)];
  const entries = urls.map((path) => `  <url><loc>${origin}${path}</loc></url>`);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`,
    { headers: { "Content-Type": "application/xml; charset=utf-8" } },
  );
}
