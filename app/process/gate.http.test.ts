import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSite, type TestSite } from "#e2e/site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

describe("RR01 a post", () => {
  test.each([
    ["from another origin", { Origin: "https://evil.example" }],
    ["from a page that hides where it is", { Origin: "null" }],
    ["of a cross-site form", { "Sec-Fetch-Site": "cross-site" }],
    ["of a sibling host", { "Sec-Fetch-Site": "same-site" }],
    ["of nobody knows whom", {}],
  ])("%s is refused everywhere, and nothing is changed", async (_, headers) => {
    for (const path of [
      "/",
      "/logout",
      "/scenarios/the-loan",
      "/invite/x",
      "/conversation/x",
      "/health",
      "/nowhere",
    ]) {
      const answer = await fetch(site.origin + path, {
        method: "POST",
        headers: headers as Record<string, string>,
        redirect: "manual",
      });
      expect(answer.status, path).toBe(403);
      expect(await answer.text()).toContain("nothing was changed");
    }
  });

  test.each([{ "Sec-Fetch-Site": "same-origin" }, {}])("from our own page passes (%o)", async (more) => {
    const answer = await fetch(`${site.origin}/scenarios/the-loan`, {
      method: "POST",
      headers: { Origin: site.origin, ...(more as Record<string, string>) },
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/login?returnTo=%2Fscenarios%2Fthe-loan");
  });

  test("of five megabytes is told so, before it is read", async () => {
    const ada = await site.guest();
    const text = "a".repeat(5_000_000);
    const answer = await ada.post(await ada.start("the-loan"), { intent: "speak", text });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("too long to send");
    expect((await ada.get("/")).status).toBe(200);
  });

  test("that does not say how long it is, is refused with 411", async () => {
    const status = await new Promise((resolve, reject) => {
      const post = request(`${site.origin}/logout`, {
        method: "POST",
        headers: { Origin: site.origin, "Transfer-Encoding": "chunked" },
      });
      post.on("response", (response) => resolve(response.resume().statusCode));
      post.on("error", reject);
      post.end("x");
    });
    expect(status).toBe(411);
  });
});

test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])(
  "RR06 %s is not possible anywhere",
  async (method) => {
    const statuses = await Promise.all(
      ["/", "/health", "/logout", "/conversation/x/events"].map(
        (path) =>
          new Promise((resolve, reject) => {
            request(site.origin + path, { method, headers: { Origin: site.origin } }, (response) =>
              resolve(response.resume().statusCode),
            )
              .on("error", reject)
              .end();
          }),
      ),
    );
    expect(statuses).toEqual([405, 405, 405, 405]);
  },
);

describe("every answer", () => {
  test.each([
    "/",
    "/scenarios/the-loan",
    "/login",
    "/nowhere",
    "/health",
    "/robots.txt",
    "/favicon.svg",
    "/_root.data",
  ])("RR08 %s carries the security headers", async (path) => {
    const { headers } = await fetch(site.origin + path);
    for (const rule of ["default-src 'none'", "frame-ancestors 'none'"])
      expect(headers.get("content-security-policy")).toContain(rule);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  test("RR09 has its own nonce, and no script without it", async () => {
    const [one, two] = await Promise.all([fetch(site.origin), fetch(site.origin)]);
    const nonces = [one, two].map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1],
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    const html = await one.text();
    for (const [tag] of html.matchAll(/<script[^>]*>/g)) {
      expect(tag.includes(`nonce="${nonces[0]}"`) || tag.includes("application/ld+json"), tag).toBe(true);
    }
  });

  test("RR15 that is somebody's own is kept by no cache", async () => {
    const ada = await site.guest();
    const path = await ada.start("the-loan");
    for (const own of ["/", "/conversations", path, `${path}.data`, `${path}/export.json`]) {
      expect((await ada.get(own)).headers.get("cache-control"), own).toContain("no-store");
    }
  });
});

describe("files of the client", () => {
  test("are immutable and were compressed when they were built", async () => {
    const html = await (await fetch(site.origin)).text();
    const asset = /\/assets\/framework-[^"]+\.js/.exec(html)?.[0] ?? "";
    const answer = await fetch(site.origin + asset, { headers: { "Accept-Encoding": "br" } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-encoding")).toBe("br");
  });

  test("RR17 hold no source maps, dot files or way out of their folder", async () => {
    for (const path of [
      "/.env",
      "/.git/config",
      "/assets/../../server/index.js",
      "/..%2f..%2fpackage.json",
      "/index.js.map",
    ]) {
      expect((await fetch(site.origin + path)).status, path).toBe(404);
    }
  });

  test("RR10 tell nobody the routes", async () => {
    expect((await fetch(`${site.origin}/__manifest?paths=/admin`)).status).toBe(404);
  });
});

test.each([
  "/%E0%A4%A",
  "/scenarios/%00",
  `/${"a".repeat(7000)}`,
  "/scenarios/..%2f..%2fx",
  "//evil.example/",
  "/conversation/%ff",
])("RR12 the odd address %.30s is a clear 4xx", async (path) => {
  const answer = await fetch(site.origin + path, { redirect: "manual" });
  expect(answer.status).toBeGreaterThanOrEqual(300);
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers.get("location") ?? site.origin).not.toContain("evil");
});

test("RR12 a thousand parameters are answered quickly", async () => {
  const query = Array.from({ length: 1_000 }, (_, index) => `p${index}=${index}`).join("&");
  const began = performance.now();
  expect((await fetch(`${site.origin}/login?${query}`)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("RR05 headers that the framework knows from elsewhere change nothing", async () => {
  const plain = await (await fetch(`${site.origin}/login`)).text();
  const answer = await fetch(`${site.origin}/login`, {
    headers: {
      "X-React-Router-SPA-Mode": "yes",
      "X-React-Router-Prerender-Data": "x",
      "X-Remix-Revalidate": "yes",
      "X-HTTP-Method-Override": "DELETE",
    },
  });
  expect(answer.status).toBe(200);
  const nonce = /nonce="[^"]*"/g;
  expect((await answer.text()).replaceAll(nonce, "")).toBe(plain.replaceAll(nonce, ""));
});

test.each([
  ["two lengths", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"],
  ["a header that goes on in the next line", "X-One: a\r\n b: c\r\nContent-Length: 0\r\n\r\n"],
  ["a length that is no number", "Content-Length: +5\r\n\r\nhello"],
  ["a space before the colon", "Content-Length : 5\r\n\r\nhello"],
])("RR13 a request with %s is one request at most, and ends the connection", async (_, rest) => {
  const answer = await sent(`POST /logout HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${rest}`);
  expect(answer.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
  expect(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])).toBeGreaterThanOrEqual(400);
});

/** Sends exactly this first line and host, which no well-meaning client would. */
function raw(line: string, host: string): Promise<string> {
  return sent(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
}

function sent(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(site.origin).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk));
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
    socket.write(request);
  });
}

test.each([
  ["GET /%", "x", 400],
  ["GET /invite/abc%", "x", 400],
  ["GET *", "x", 400],
  ["GET /", "a b", 400],
  ["GET /", "[::1", 400],
  ["GET http://localhost/health", "localhost", 200],
  ["GET //evil.example/..", "x", 400],
])("the raw request %s with host %s is answered with %i", async (line, host, status) => {
  expect(Number(/^HTTP\/1\.1 (\d+)/.exec(await raw(line, host))?.[1])).toBe(status);
});

test.each([
  "x@y",
  "user:pass@localhost",
  "localhost/admin",
  "localhost?x",
  "localhost#x",
  "localhost\\\\x",
  "localhost:",
  "localhost:port",
  "localhost:99999",
  "[::1]x",
  "[::g]",
  "",
  "x\r\nHost: y",
])("RR20 a host of %j names no site, and is answered with 400", async (host) => {
  expect(Number(/^HTTP\/1\.1 (\d+)/.exec(await raw("GET /login", host))?.[1])).toBe(400);
});

test.each(["localhost", "localhost:3000", "my_app.internal.", "127.0.0.1:80", "[::1]", "[::1]:3000"])(
  "RR20 a host of %j names a site",
  async (host) => {
    expect(Number(/^HTTP\/1\.1 (\d+)/.exec(await raw("GET /login", host))?.[1])).toBe(200);
  },
);

test("RR19 a form of 30,000 fields, of different names or of one, is refused everywhere in no time", async () => {
  const ada = await site.account("ADMIN");
  const room = await ada.start("the-loan");
  const names = Array.from({ length: 30_000 }, (_, at) => `f${at}`);
  const bodies = [`intent=stop&${names.join("&")}`, `intent=stop${"&text".repeat(30_000)}`];
  const before = process.cpuUsage();
  for (const path of [room, `${room}/debrief`, "/?index", "/scenarios/the-loan", "/admin/presets?index"]) {
    for (const body of bodies) {
      const answer = await fetch(site.origin + path, {
        method: "POST",
        headers: {
          Origin: site.origin,
          Cookie: ada.cookie ?? "",
          "Content-Type": "application/x-www-form-urlencoded",
        },
        redirect: "manual",
        body,
      });
      expect(answer.status, path).toBe(400);
    }
  }
  // Each field compared with each other one took ten seconds and more for a single form.
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(5);
});

test.each([
  ["nothing at all", undefined, undefined],
  ["JSON", "{}", "application/json"],
  ["a torn multipart body", "--x\r\nnope", "multipart/form-data; boundary=x"],
  ["multipart without a boundary", "x", "multipart/form-data"],
  ["bytes", "\u0000\u0001", "application/octet-stream"],
])("a conversation starts with the defaults from %s", async (_, body, type) => {
  const ada = await site.guest();
  const answer = await fetch(`${site.origin}/scenarios/the-loan`, {
    method: "POST",
    headers: { Origin: site.origin, Cookie: ada.cookie ?? "", ...(type ? { "Content-Type": type } : {}) },
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toMatch(/^\/conversation\//);
});
