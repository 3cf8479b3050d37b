import { describe, expect, test } from "vitest";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { checkPartnerLine, partnerFaults } from "./check-partner-line.ts";
import { partnerRules } from "#app/features/coaching/prompts/partner-system.ts";
import { openingState } from "./partner-state.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";

describe("a partner's line", () => {
  test.each([
    ["Look, I'm not arguing.", []],
    ["Really?? You mean that?", ["too-many-questions"]],
    ["What??", []],
    ["Ruth: Look.", ["role-prefix"]],
    ["- one\n- two", ["markdown"]],
    ["*sighs* Look.", ["stage-directions"]],
    ["Colm (my boss) won't like it.", []],
    ["One. Two. Three. Four. Five.", ["too-long"]],
    ["What? Why?", ["too-many-questions"]],
    ["As an AI I cannot say.", ["stage-talk"]],
    ["I'm an AI, so I don't mind.", ["stage-talk"]],
    ["As an AI startup we have no money.", []],
    ["I appreciate you sharing that with me.", ["coach-speak"]],
    ["Thank you for telling me.", []],
    [" ", ["empty"]],
  ])("%j has faults %j", (text, faults) => {
    expect(partnerFaults(text, raise)).toEqual(faults);
  });
});

describe("what a partner's model said is checked once it is whole", () => {
  test.each([
    ["Look. I'm not arguing with you.", "Look. I'm not arguing with you."],
    ["  Two lines\nof one breath. ", "  Two lines\nof one breath. "],
    ["Ruth: Look. I told you.", "Look. I told you."],
    ["**Ruth:** Look.", "Look."],
    ["1. The freeze.\n2. The budget.", "The freeze. The budget."],
    ["*sighs* I told you. **No.**", "I told you. No."],
    ["One. Two. Three. Four. Five. Six.", "One. Two. Three. Four."],
    ["What? Do you think I don't know that? I do.", "Do you think I don't know that? I do."],
    ["Well done for asking.", "Well done for asking."],
  ])("%j is kept as %j", (said, kept) => {
    expect(check(said)).toMatchObject({ ok: true, text: kept });
  });

  test("what was put right is told, and what lost words is told apart", () => {
    expect(check("Look.")).toEqual({ ok: true, text: "Look.", salvaged: false });
    expect(check("Ruth: Look.")).toMatchObject({ salvaged: false, mended: ["role-prefix"] });
    expect(check("One. Two. Three. Four. Five.")).toMatchObject({ salvaged: true, mended: ["too-long"] });
    expect(check("Well done for asking.")).toEqual({
      ok: true,
      text: "Well done for asking.",
      salvaged: false,
      left: ["coach-speak"],
    });
  });

  test("talk of being an AI, or of its notes, is no answer of this person's", () => {
    for (const said of [
      "As an AI I cannot be angry.",
      "I'm only an AI.",
      "<stage>You are guarded.</stage>",
      "My instructions say no.",
    ])
      expect(check(said)).toEqual({ ok: false, reason: "stage-talk" });
  });

  test.each(seeded)("$slug: nor is what it was only told, until it may be said", ({ content }) => {
    const state = openingState(content, "real");
    const about = { content, difficulty: "real" as const, state };
    for (const rule of partnerRules(3)) expect(checkPartnerLine(`Well. ${rule}`, about).ok, rule).toBe(false);
    for (const { id, fact } of content.persona.secrets) {
      if (fact.split(" ").length < 8) continue;
      expect(checkPartnerLine(fact, about)).toMatchObject({ ok: false });
      expect(checkPartnerLine(fact, { ...about, state: { ...state, disclosed: [id] } }).ok).toBe(true);
    }
  });

  test.each(seeded)("$slug: every line an author wrote passes unchanged", ({ content }) => {
    const state = openingState(content, "real");
    const { lines } = content;
    const written = [
      content.opener,
      ...[...lines.resist, ...lines.moved, ...lines.concede, ...(lines.confirm ?? [])].map(
        ({ text }) => text,
      ),
      ...[
        lines.probe,
        lines.provoked,
        lines.repaired ?? [],
        lines.unimpressed,
        lines.puzzled,
        lines.relieved,
      ].flat(),
      ...Object.values(lines.ending).flat(),
      ...content.persona.positions.map(({ position }) => position),
    ];
    for (const text of written) {
      const checked = checkPartnerLine(text, { content, difficulty: "hard", state });
      expect({ text, ok: checked.ok }).toEqual({ text, ok: true });
    }
  });
});

function check(said: string) {
  return checkPartnerLine(said, { content: raise, difficulty: "real", state: openingState(raise, "real") });
}
