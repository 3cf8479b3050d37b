import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSite, type TestSite } from "#e2e/site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startSite({ APP_ORIGIN: "https://coach.example" });
});
afterAll(() => site.stop());

describe("behind TLS, with the address people type in APP_ORIGIN", () => {
  test("RR04 every absolute address is that one, whatever the Host header says", async () => {
    const headers = { Host: "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http" };
    const page = await (await fetch(`${site.origin}/scenarios/the-loan`, { headers })).text();
    expect(page).toContain('rel="canonical" href="https://coach.example/scenarios/the-loan"');
    expect(page).not.toContain("evil.example");
    expect(await (await fetch(`${site.origin}/robots.txt`, { headers })).text()).toContain(
      "https://coach.example/sitemap.xml",
    );
  });

  test("RR03 AU09 a form post from there is taken, and its cookie is Secure and __Host-", async () => {
    const token = await site.invite();
    const answer = await fetch(`${site.origin}/invite/${token}`, {
      method: "POST",
      headers: { Origin: "https://coach.example", "Sec-Fetch-Site": "same-origin" },
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("set-cookie")).toMatch(/^__Host-session=.*; Secure$/);
    expect(answer.headers.get("strict-transport-security")).toContain("max-age=31536000");
  });
});

describe("a scenario page", () => {
  test("is whole without JavaScript: title, description, card, the form that starts it", async () => {
    const page = await (await fetch(`${site.origin}/scenarios/the-promised-raise`)).text();
    expect(page).toContain("<title>Ask your manager for the raise you were promised</title>");
    expect(page).toMatch(/<meta name="description" content="[^"]{40,}"/);
    expect(page).toMatch(/property="og:title"/);
    expect(page).toContain("application/ld+json");
    expect(page).toContain("Start the conversation</button>");
  });

  test("that nobody wrote is the 404 page", async () => {
    const answer = await fetch(`${site.origin}/scenarios/nothing-here`);
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain("There is nothing at this address");
    expect(page).toContain("<title>Not found · Conversation Coach</title>");
    expect(page).not.toContain("conversation of yours");
  });

  test("does not tell what the partner hides", async () => {
    const page = await (await fetch(`${site.origin}/scenarios/the-promised-raise`)).text();
    expect(page).not.toMatch(/one exception|sitting on mine/);
  });
});

test("the workbench stays at home: what is shipped has none", async () => {
  expect((await fetch(`${site.origin}/workbench`)).status).toBe(404);
});

test("the sitemap names every public page", async () => {
  const text = await (await fetch(`${site.origin}/sitemap.xml`)).text();
  expect(text.match(/<loc>https:\/\/coach\.example\//g)).toHaveLength(9);
});

test("health and readiness answer in a word", async () => {
  expect(await (await fetch(`${site.origin}/health`)).text()).toBe("ok\n");
  expect(await (await fetch(`${site.origin}/ready`)).text()).toBe("ready\n");
});

test("the login page says how to get in, and sends nobody astray", async () => {
  const page = await fetch(`${site.origin}/login?returnTo=//evil.example`);
  expect(page.status).toBe(200);
  const text = await page.text();
  expect(text).toContain("Entry is by invitation");
  expect(text).toContain("Signing in with Google is not set up here");
  expect(text).not.toContain("/api/auth/google");
  expect(text).not.toContain("evil.example");
});
