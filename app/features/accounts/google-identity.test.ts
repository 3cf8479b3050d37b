import { expect, test } from "vitest";
import { isAdminAddress, readGoogleIdentity } from "./google-identity.ts";

const admins = ["Ada@Coach.example", "kim@coach.example"];

test("what Google says is read: the subject identifies, the rest is shown", () => {
  const raw = {
    sub: "10769150350006150715113082367",
    name: "Ada",
    email: "ada@x.example",
    email_verified: true,
  };
  expect(readGoogleIdentity(raw)).toEqual({
    subject: "10769150350006150715113082367",
    name: "Ada",
    email: "ada@x.example",
    emailVerified: true,
  });
});

test("AU22 lone surrogates, NUL and five kilobytes are made fit, and no subject is no identity", () => {
  const raw = {
    sub: "1",
    name: `A\ud800d\0a${"x".repeat(5_000)}`,
    email: "y".repeat(5_000),
    email_verified: true,
  };
  const identity = readGoogleIdentity(raw);
  expect(identity.name?.slice(0, 4)).toBe("A\ufffdda");
  expect(identity.name).toHaveLength(100);
  expect(identity).toMatchObject({ email: null, emailVerified: false });
  for (const sub of [undefined, "", 7, null, "s".repeat(256)])
    expect(() => readGoogleIdentity({ sub })).toThrow();
});

test.each([
  ["the address itself, in any case", { email: "ADA@coach.example", email_verified: true }, true],
  ["one that is not verified", { email: "ada@coach.example", email_verified: false }, false],
  ["one whose verification is only a word", { email: "ada@coach.example", email_verified: "true" }, false],
  ["one that says nothing of it", { email: "ada@coach.example" }, false],
  ["none", { email_verified: true }, false],
  ["a tag behind a plus", { email: "ada+x@coach.example", email_verified: true }, false],
  ["another domain", { email: "ada@coach.example.evil.example", email_verified: true }, false],
  // U+212A, the sign for kelvin, is a k in lower case.
  ["letters that only look the same", { email: "\u212aim@coach.example", email_verified: true }, false],
])("AU16 %s: an administrator is %o", (_, claims, expected) => {
  expect(isAdminAddress(readGoogleIdentity({ sub: "1", ...claims }), admins)).toBe(expected);
});
