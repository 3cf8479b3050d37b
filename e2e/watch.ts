import type { BrowserContext } from "@playwright/test";

/**
 * Notes what a browser complains about while a test runs: errors on the console or thrown by a page, answers of the
 * server that admit a fault of its own, and any request that leaves our origin. The list grows as they happen.
 */
export function watch(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on("console", (line) => {
    if (line.type() === "error") complaints.push(`console: ${line.text()} (${line.location().url})`);
  });
  context.on("weberror", (thrown) => complaints.push(`page error: ${thrown.error().message}`));
  context.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`answered ${response.status()}: ${response.url()}`);
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    const ours = url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";
    if (!ours) complaints.push(`asked another site: ${request.url()}`);
  });
  return complaints;
}
