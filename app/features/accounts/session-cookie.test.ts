import { EncryptJWT } from "jose";
import { expect, test, vi } from "vitest";
import {
  accountSession,
  openSession,
  renewedSession,
  sealSession,
  type Session,
} from "./session-cookie.server.ts";

const key = "ab".repeat(32);
const older = "cd".repeat(32);
const ada: Session = {
  id: "6f9b6ad0-1111-4222-8333-444455556666",
  personId: "0190c0de-1111-7222-8333-444455556666",
  epoch: 3,
  expiresAt: new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000),
};

test("a session opens as it was sealed", async () => {
  expect(await openSession([key], await sealSession([key], ada))).toEqual(ada);
});

test("AU02 a new key signs nobody out, a removed one does", async () => {
  const cookie = await sealSession([older], ada);
  expect(await openSession([key, older], cookie)).toEqual(ada);
  expect(await openSession([key], cookie)).toBeNull();
});

test("AU05 the server enforces the expiry, whatever the browser keeps", async () => {
  const cookie = await sealSession([key], { ...ada, expiresAt: new Date(Date.now() - 1000) });
  expect(await openSession([key], cookie)).toBeNull();
});

test("AU05 a session that was open when it was last seen is over all the same once its time is up", async () => {
  const keys = [key];
  const cookie = await sealSession(keys, ada);
  expect(await openSession(keys, cookie)).toEqual(ada);
  vi.setSystemTime(ada.expiresAt.getTime() + 1);
  expect(await openSession(keys, cookie)).toBeNull();
  vi.useRealTimers();
});

test("AU03 a value sealed for another purpose is no session", async () => {
  const other = await new EncryptJWT({ epoch: 0 })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setIssuer("conversation-coach")
    .setAudience("sign-in")
    .setJti(ada.id)
    .setSubject(ada.personId)
    .setExpirationTime("1h")
    .encrypt(Buffer.from(key, "hex"));
  expect(await openSession([key], other)).toBeNull();
});

test.each(["", "undefined", "a.b.c", "a.b.c.d.e", "x".repeat(8192), "{}"])(
  "AU01 garbage %.12j is no session",
  async (value) => {
    expect(await openSession([key], value)).toBeNull();
  },
);

test("AU01 one changed character is noticed", async () => {
  const cookie = await sealSession([key], ada);
  const middle = Math.floor(cookie.length / 2);
  const forged = cookie.slice(0, middle) + (cookie[middle] === "A" ? "B" : "A") + cookie.slice(middle + 1);
  expect(await openSession([key], forged)).toBeNull();
});

test("AU05 an account's session is renewed to seven days, once it is a day old and not before", () => {
  const day = 24 * 60 * 60 * 1000;
  const fresh = accountSession({ id: ada.personId, epoch: 3 });
  expect(fresh.expiresAt.getTime() - Date.now()).toBeCloseTo(7 * day, -3);
  expect(renewedSession(fresh)).toBeNull();
  const later = renewedSession({ ...fresh, expiresAt: new Date(fresh.expiresAt.getTime() - day) });
  expect(later).toEqual({ ...fresh, expiresAt: expect.any(Date) });
  expect(later?.expiresAt.getTime()).toBeGreaterThanOrEqual(fresh.expiresAt.getTime());
});

test("AU22 a session is small, whoever it names: a browser keeps 4,096 bytes", async () => {
  const cookie = await sealSession([key, older], { ...ada, epoch: 2 ** 31 - 1 });
  expect(cookie.length).toBeLessThan(600);
});
