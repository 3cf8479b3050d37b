import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { usualPreferences } from "#app/features/conversations/room-preferences.ts";
import { preferencesCookie, preferencesIn } from "./preferences-cookie.server.ts";

const site = {
  origin: "https://coach.example",
  secure: true,
  sessionKeys: [],
  scripted: true,
  google: null,
  adminEmails: [],
};

test("what somebody prefers is read back as it was kept", async () => {
  const read = { conversation: randomUUID(), turn: 7 };
  const wanted = {
    coach: "hidden",
    share: 45,
    announce: "short",
    shortcuts: "off",
    region: "ie",
    read,
  } as const;
  const kept = await preferencesCookie(site, wanted);
  expect(kept).toContain("SameSite=Lax");
  expect(kept).toContain("Secure");
  expect(await preferencesIn(`session=x; ${kept.split(";")[0]}`)).toEqual(wanted);
});

test.each([
  ["no cookie at all", null],
  ["other cookies", "session=abc"],
  ["a value nobody wrote", "room=%7B%22coach"],
  ["a value of another shape", written("hidden")],
])("%s: the room is as usual", async (_, cookies) => {
  expect(await preferencesIn(cookies)).toEqual(usualPreferences);
});

test("a value that makes no sense costs only itself", async () => {
  expect(await preferencesIn(written({ coach: "hidden", share: 300 }))).toEqual({
    ...usualPreferences,
    coach: "hidden",
  });
});

function written(value: unknown): string {
  return `room=${btoa(JSON.stringify(value))}`;
}
