import type { Page, Request } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";

/** Thousand bytes as they are sent to a browser, which asks for brotli (over https and on localhost; else gzip, a seventh more). */
const SCRIPT_KB = { page: 125, room: 175 };
const STYLE_KB = 20;

test("a page of ours carries little script and style, and asks nothing of another site", async ({
  page,
  invite,
  site,
  forgiven,
}) => {
  forgiven.push(/status of 404/);
  const paths = [
    "/",
    "/scenarios/the-promised-raise",
    "/login",
    await invite(),
    "/invite/nobody",
    "/nowhere",
  ];
  for (const path of paths) await expectLight(page, site, () => page.goto(path), SCRIPT_KB.page);
});

test("so does the start page of a guest, and the room carries little more", async ({ guest, room, site }) => {
  const ruth = await room("the-promised-raise");
  await expectLight(guest, site, () => guest.goto("/"), SCRIPT_KB.page);
  await expectLight(
    guest,
    site,
    async () => {
      await ruth.open();
      // Whatever is fetched only once somebody speaks counts too.
      await ruth.say("In April you told me we would get my pay there by the summer.");
    },
    SCRIPT_KB.room,
  );
});

async function expectLight(page: Page, site: string, open: () => Promise<unknown>, scriptKb: number) {
  const asked: Request[] = [];
  const note = (request: Request) => void asked.push(request);
  page.on("request", note);
  await open();
  await page.waitForLoadState("load");
  page.off("request", note);

  const path = new URL(page.url()).pathname;
  const elsewhere = asked.map((request) => request.url()).filter((url) => new URL(url).origin !== site);
  expect(elsewhere, path).toEqual([]);
  const script = await kbOf(page, asked, "script");
  expect.soft(script, `KB of script on ${path}`).toBeGreaterThan(0);
  expect.soft(script, `KB of script on ${path}`).toBeLessThanOrEqual(scriptKb);
  expect.soft(await kbOf(page, asked, "stylesheet"), `KB of style on ${path}`).toBeLessThanOrEqual(STYLE_KB);
}

async function kbOf(page: Page, asked: Request[], kind: "script" | "stylesheet"): Promise<number> {
  const urls = new Set(asked.filter((one) => one.resourceType() === kind).map((one) => one.url()));
  let bytes = 0;
  for (const url of urls) {
    const answer = await page.request.get(url, { headers: { "Accept-Encoding": "gzip, deflate, br, zstd" } });
    bytes += Number(answer.headers()["content-length"]);
  }
  return bytes / 1000;
}
