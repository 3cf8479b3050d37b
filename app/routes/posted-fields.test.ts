import { expect, test } from "vitest";
import { postedFields } from "./posted-fields.server.ts";

test("RR19 a form comes as it was posted, up to 256 fields", async () => {
  const fields = await postedFields(post({ body: new URLSearchParams(named(256)) }));
  expect([...fields.keys()]).toHaveLength(256);
});

test.each([257, 46_000])("RR19 a form of %i fields is refused with 400", async (count) => {
  for (const body of [
    new URLSearchParams(named(count)),
    new URLSearchParams(Array.from({ length: count }, () => ["text", "a"])),
  ])
    await expect(postedFields(post({ body }))).rejects.toMatchObject({ init: { status: 400 } });
});

test.each([{}, { body: "{}", headers: { "Content-Type": "application/json" } }])(
  "what is no form has no fields (%o)",
  async (given) => {
    expect([...(await postedFields(post(given))).keys()]).toEqual([]);
  },
);

function named(count: number): [string, string][] {
  return Array.from({ length: count }, (_, at) => [`f${at}`, ""]);
}

function post(given: RequestInit): Request {
  return new Request("http://localhost/", { method: "POST", ...given });
}
