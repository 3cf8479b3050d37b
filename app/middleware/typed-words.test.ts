import { expect, test } from "vitest";
import { typedWords } from "./typed-words.ts";

function typedIn(fields: Record<string, string>): string | null {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return typedWords(form);
}

test("what was written comes back, whatever the field is called; what the page itself put there does not", () => {
  expect(typedIn({ intent: "speak", turnId: "0190c0de-0000-7000-8000-000000000001", text: "No" })).toBe("No");
  expect(typedIn({ goal: "A date", redLine: " Not in May. ", difficulty: "real" })).toBe(
    "A date\n\nNot in May.",
  );
  expect(typedIn({ happened: "He said no.", adults: "yes" })).toBe("He said no.");
  expect(typedIn({ intent: "end", text: "  " })).toBeNull();
});

test("a page can hold it: no NUL, no half of a character", () => {
  expect(typedIn({ text: "a\0b \ud83d" })).toBe("ab \ufffd");
});
