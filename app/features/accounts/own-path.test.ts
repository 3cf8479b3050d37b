import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

const origin = "https://coach.example";

test.each([
  ["/scenarios/the-loan", "/scenarios/the-loan"],
  ["/conversation/1?x=//evil.example", "/conversation/1?x=//evil.example"],
])("AU17 %s is ours", (path, expected) => expect(ownPath(path, origin)).toBe(expected));

test.each([
  null,
  "",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/%09/evil.example/..//evil.example",
  "/.//evil.example",
  "https:evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "scenarios",
  "/\r\nSet-Cookie: a=b//evil.example",
])("AU17 %j leads to the start page", (path) => {
  const result = ownPath(path, origin);
  expect(new URL(result, origin).origin).toBe(origin);
  expect(result.startsWith("//")).toBe(false);
  expect(result).not.toMatch(/[\r\n]/);
});
