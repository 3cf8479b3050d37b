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
  ["GOOGLE_CALLBACK_URL", "coach.example/callback"],
  ["GOOGLE_BASE_URL", "javascript:alert(1)"],
  ["ADMIN_EMAILS", "ada@coach.example, grace"],
  ["FAIL_AT", "somewhere"],
  ["FAIL_AT", "inside-settle:2"],
])("%s=%s stops the boot with one line that names it", (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+$`));
});

test("sign-in with Google needs both halves, or neither", () => {
  expect(readEnv({}).google).toBeNull();
  expect(() => readEnv({ GOOGLE_CLIENT_ID: "id" })).toThrow(/^GOOGLE_CLIENT_SECRET is missing[^\n]+$/);
  expect(() => readEnv({ GOOGLE_CLIENT_SECRET: "secret" })).toThrow(/^GOOGLE_CLIENT_ID is missing[^\n]+$/);
  const { google, adminEmails } = readEnv({
    APP_ORIGIN: "https://coach.example",
    GOOGLE_CLIENT_ID: "id",
    GOOGLE_CLIENT_SECRET: "secret",
    ADMIN_EMAILS: "ada@coach.example , grace@coach.example",
  });
  expect(google?.callbackUrl).toBe("https://coach.example/api/auth/google/callback");
  expect(google?.endpoints.authorization).toBe("https://accounts.google.com/o/oauth2/v2/auth");
  expect(adminEmails).toEqual(["ada@coach.example", "grace@coach.example"]);
});

test("AU20 a session key that is short, or no hex, stops the boot", () => {
  expect(() => readEnv({ SESSION_KEY: "ab".repeat(16) })).toThrow(/^SESSION_KEY must/);
  expect(() => readEnv({ SESSION_KEY: `${"ab".repeat(32)},secret` })).toThrow(/^SESSION_KEY must/);
});

test("AU20 a server of one's own needs a session key", () => {
  expect(() => readEnv({ DATABASE_URL: "postgres://db/coach" })).toThrow(/^SESSION_KEY is missing/);
});

test("an https origin makes cookies secure", () => {
  expect(readEnv({ APP_ORIGIN: "https://coach.example/" })).toMatchObject({
    secure: true,
    appOrigin: "https://coach.example",
  });
});
