import { expect, test } from "vitest";
import { addressOf } from "./address-of.ts";

test.each([
  ["a visitor without a proxy", "203.0.113.9", undefined, "203.0.113.9"],
  ["the same, in IPv6 clothes", "::ffff:203.0.113.9", undefined, "203.0.113.9"],
  ["a visitor behind our proxy", "169.254.8.1", "203.0.113.9", "203.0.113.9"],
  [
    "one who writes an entry of their own before the proxy's",
    "10.1.2.3",
    "1.1.1.1, 203.0.113.9",
    "203.0.113.9",
  ],
  ["a stranger who claims to be a proxy", "203.0.113.9", "1.1.1.1", "203.0.113.9"],
  ["a laptop", "::1", undefined, "::1"],
  ["a proxy that writes nonsense", "127.0.0.1", "unknown", "127.0.0.1"],
  ["a connection that has gone", undefined, undefined, ""],
])("%s", (_, peer, forwardedFor, address) => {
  expect(addressOf(peer, forwardedFor)).toBe(address);
});
