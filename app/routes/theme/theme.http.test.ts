import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite, type TestSite } from "#e2e/site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test("a chosen theme is kept in the browser and shown from the first byte, on error pages too", async () => {
  const visitor = site.visitor();
  const answer = await visitor.post(
    "/theme",
    { theme: "dark" },
    { Referer: `${site.origin}/scenarios/the-loan?from=here` },
  );
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/scenarios/the-loan?from=here");
  for (const path of ["/", "/scenarios/the-loan", "/login", "/invite/nobody", "/nowhere"]) {
    const page = await (await visitor.get(path)).text();
    expect(page, path).toMatch(/<html[^>]* data-theme="dark"/);
    expect(page, path).toContain('<meta name="color-scheme" content="dark"/>');
    expect(page, path).toContain('<meta name="theme-color" content="#181715"/>');
  }
});

test("as long as nothing is chosen, the system decides", async () => {
  const visitor = site.visitor();
  const page = await (await visitor.get("/")).text();
  expect(page).not.toMatch(/<html[^>]* data-theme/);
  expect(page).toContain('<meta name="color-scheme" content="light dark"/>');
  expect(page).toContain('content="#181715" media="(prefers-color-scheme: dark)"');

  await visitor.post("/theme", { theme: "light" });
  const dropped = await visitor.post("/theme", { theme: "system" });
  expect(dropped.headers.get("set-cookie")).toMatch(/^theme=.*Max-Age=0/);
});

test("nobody is led to another site, and a theme nobody offered changes nothing", async () => {
  const visitor = site.visitor();
  for (const referrer of ["https://evil.example//evil.example", "//evil.example", "", "nonsense"]) {
    const astray = await visitor.post("/theme", { theme: "dark" }, { Referer: referrer });
    expect(astray.headers.get("location"), referrer).toBe("/");
  }
  const strange = await visitor.post("/theme", { theme: "sepia" });
  expect(strange.status).toBe(303);
  expect(strange.headers.get("set-cookie")).toBeNull();
});

test("a cookie somebody made up is the system's theme", async () => {
  const page = await fetch(site.origin, { headers: { Cookie: "theme=%22%3E%3Cscript" } });
  expect(page.status).toBe(200);
  expect(await page.text()).not.toMatch(/<html[^>]* data-theme/);
});
