import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

const ours = "https://coach.example";

test.each([
  ["our own page", { origin: ours, secFetchSite: "same-origin" }, true],
  ["an old browser's page of ours", { origin: ours, secFetchSite: undefined }, true],
  [
    "a page of ours whose origin the browser left out",
    { origin: undefined, secFetchSite: "same-origin" },
    true,
  ],
  ["nobody knows", { origin: undefined, secFetchSite: undefined }, false],
  ["another site", { origin: "https://evil.example", secFetchSite: "cross-site" }, false],
  ["another site without fetch metadata", { origin: "https://evil.example", secFetchSite: undefined }, false],
  ["a sibling host", { origin: "https://shop.coach.example", secFetchSite: "same-site" }, false],
  ["a hidden origin", { origin: "null", secFetchSite: undefined }, false],
  ["the plain http twin", { origin: "http://coach.example", secFetchSite: undefined }, false],
  [
    "a forged header beside a foreign origin",
    { origin: "https://evil.example", secFetchSite: "same-origin" },
    false,
  ],
  ["another port", { origin: `${ours}:8443`, secFetchSite: undefined }, false],
])("a post from %s: %o → %s", (_, provenance, allowed) => {
  expect(isSameOrigin({ method: "POST", ...provenance }, ours)).toBe(allowed);
  expect(isSameOrigin({ method: "DELETE", ...provenance }, ours)).toBe(allowed);
});

test("reading is open to everyone", () => {
  expect(
    isSameOrigin({ method: "GET", origin: "https://evil.example", secFetchSite: "cross-site" }, ours),
  ).toBe(true);
});

test("on a laptop localhost and 127.0.0.1 are the same server, another port is not", () => {
  const laptop = "http://localhost:3000";
  const from = (origin: string) => isSameOrigin({ method: "POST", origin, secFetchSite: undefined }, laptop);
  expect(from("http://127.0.0.1:3000")).toBe(true);
  expect(from("http://127.0.0.1:3001")).toBe(false);
  expect(from("http://192.168.0.7:3000")).toBe(false);
});
