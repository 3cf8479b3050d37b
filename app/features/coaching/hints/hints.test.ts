import { describe, expect, test } from "vitest";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import { rungs } from "#app/features/conversations/asides/aside.ts";
import { hintText, moveToHintAt } from "./hints.ts";

describe.each(seeded)("hints in $slug", ({ content, learners }) => {
  test("every move has every rung: a question, its name, a beginning, the whole; and nothing beyond", () => {
    for (const { id, name, good } of frameworks[content.framework].moves) {
      const ladder = Array.from({ length: rungs }, (_, at) => hintText(content, id, at + 1) ?? "");
      expect(ladder.every((text) => text !== "" && !text.includes("{"))).toBe(true);
      const example = content.examples.find(({ move }) => move === id)?.good ?? good;
      expect(ladder[0]).toMatch(/\?$/);
      expect(ladder[1]).toContain(name);
      expect(ladder[2]).toMatch(/…/u);
      // The whole example is on the last rung only.
      expect(ladder.map((text) => text.includes(example))).toEqual([false, false, false, true]);
      expect(hintText(content, id, rungs + 1)).toBeNull();
    }
  });

  test("there is a move to lead to at every turn, and it is one of the framework's", () => {
    const path = rehearse({ content, lines: learners.skilled });
    const known = frameworks[content.framework].moves.map(({ id }) => id);
    for (let length = 1; length <= path.length; length += 1)
      expect(known).toContain(moveToHintAt(content, path.slice(0, length)));
  });
});
