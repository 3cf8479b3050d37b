import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readEnv } from "./env.server.ts";

test("nothing set boots: embedded database, scripted model, localhost", () => {
  const env = readEnv({});
  expect(env).toMatchObject({
    databaseUrl: null,
    port: 3000,
    appOrigin: "http://localhost:3000",
    anthropicApiKey: null,
  });
});

test("every value of .env.example boots", () => {
  expect(readEnv(parseEnv(readFileSync(".env.example", "utf8"))).port).toBe(3000);
});

test.each([
  ["PORT", "three"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://x"],
  ["APP_ORIGIN", "coach.example/path"],
  ["APP_ORIGIN", "https://coach.example/path"],
  ["SESSION_KEY", "short"],
  ["SCRIPTED_PACE_MS", "-1"],
  ["NODE_ENV", "staging"],
  ["ANTHROPIC_BASE_URL", "ftp://x"],
  ["LOG_LEVEL", "loud"],
  ["FAIL_AT", "somewhere"],
  ["FAIL_AT", "inside-settle:2"],
])("%s=%s stops the boot with one line that names it", (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+$`));
});

test("a server of one's own needs a session key", () => {
  expect(() => readEnv({ DATABASE_URL: "postgres://db/coach" })).toThrow(/^SESSION_KEY is missing/);
});

test("an https origin makes cookies secure", () => {
  expect(readEnv({ APP_ORIGIN: "https://coach.example/" })).toMatchObject({
    secure: true,
    appOrigin: "https://coach.example",
  });
});
