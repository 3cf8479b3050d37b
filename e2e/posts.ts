import type { Page, Route } from "@playwright/test";

/** Takes the page's next post of this intent into its own hands; whatever else the page asks for goes its way. */
export async function onNextPost(
  page: Page,
  intent: string,
  handle: (route: Route) => Promise<void>,
): Promise<void> {
  let taken = false;
  await page.route(/\/conversation\/[^/]+\.data/, async (route) => {
    const wanted = !taken && (route.request().postData() ?? "").includes(`intent=${intent}`);
    if (!wanted) return route.fallback();
    taken = true;
    return handle(route);
  });
}
