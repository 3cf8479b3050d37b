import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { version: string }>;
};

// The oldest without a known hole (docs/access-catalogue.md says what that leaves open for react-router).
test.each([
  ["react-router", "8.4.0"],
  ["@react-router/node", "8.4.0"],
  ["@react-router/dev", "8.4.0"],
  ["ws", "8.21.0"],
  ["drizzle-orm", "0.45.2"],
])("RR16 %s is at least %s", (name, floor) => {
  const version = packages[`node_modules/${name}`]?.version ?? "0.0.0";
  expect(version.localeCompare(floor, "en", { numeric: true }), version).toBeGreaterThanOrEqual(0);
});
