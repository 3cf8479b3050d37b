import { describe, expect, test } from "vitest";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { checkAnswer } from "#app/features/coaching/asides/check-answer.ts";
import { checkNote } from "./check-note.ts";
import { checkAnswer as checkDebriefAnswer } from "#app/features/coaching/debrief/check-answer.ts";
import { checkDebrief } from "#app/features/coaching/debrief/check-debrief.ts";
import { tellsState } from "./state-told.ts";
import { rehearse } from "#app/features/coaching/testing.ts";

const path = rehearse({
  content: raise,
  lines: [
    "I'd like to talk about my pay today, and my trust is 2 out of 10.",
    "In April, in the canteen, you told me we would get there by the summer.",
  ],
});
const about = { path, content: raise };

describe("a number of the partner's state", () => {
  test.each([
    "She is at resistance 7, trust 3.",
    "Her resistance: 7/10.",
    "Resistance is now at 7.",
    "Her trust fell from 4 to 3.",
    "Trust (3) is what you lack.",
    "Her trust level is 3.",
    "That cost you 2 points of trust.",
    "You are at 7 in resistance.",
    "Her patience is three out of ten.",
    "patience=4",
    "RESISTANCE −1.",
  ])("is told: %s", (words) => expect(tellsState(words)).toBe(true));

  test.each([
    "That cost you some of her trust.",
    "Her patience lasts for 2 more minutes at most.",
    "You won her trust in 2 sentences.",
    "Patience by 3 pm is all she has.",
    "You said “trust is 2 out of 10”, and she heard it.",
    "Her trust grew with 46,000 on the table.",
    "In turn 3 trust broke.",
    "She trusts you for one thing.",
    "Resistance is one thing, the date another.",
  ])("is not: %s", (words) => expect(tellsState(words)).toBe(false));
});

const told = "Ruth is at resistance 7, trust 3.";

describe("what a coach says", () => {
  const good = "Recall — “in the canteen” gives Ruth a place she remembers.";

  test.each([
    ["a note", checkNote],
    ["an answer in private", checkAnswer],
    ["an answer about a debrief", checkDebriefAnswer],
  ])("%s loses the sentence that tells it, and is missed where nothing else is said", (_, check) => {
    expect(check(`${good} ${told}`, about)).toMatchObject({ ok: true, text: good, salvaged: true });
    expect(check(`${good} She said “resistance 7”.`, about)).toMatchObject({ ok: true, text: good });
    expect(check(told, about)).toMatchObject({ ok: false, reason: expect.stringContaining("state-told") });
  });

  test("a note may quote such words where the learner said them", () => {
    const note = "Plain — “my trust is 2 out of 10” says where you stand.";
    expect(checkNote(note, about)).toMatchObject({ ok: true, text: note, salvaged: false });
  });

  test("a debrief loses each piece that tells it, and is missed where nothing else is said", () => {
    const strength = "STRENGTH\nQuote: in the canteen\nWhy: That is a place she remembers.\n\n";
    const pieces = [
      `STRENGTH\nQuote: In April\nWhy: ${told}\n\n`,
      `TURNING POINT\nWhat: ${told}\nInstead: Ask, and then stop.\n\n`,
      `CHANGE\nQuote: you told me\nWhy: It came late in the talk.\nInstead: ${told}\n\n`,
      "PLAN\nPlan: If her trust is at 3 again, then I will ask what Colm would need.\n\n",
    ];
    const checked = checkDebrief(strength + pieces.join(""), about);
    expect(checked).toMatchObject({ ok: true, text: expect.stringContaining("in the canteen") });
    expect(JSON.stringify(checked)).not.toMatch(/resistance|trust is/u);
    for (const piece of pieces)
      expect(checkDebrief(piece, about)).toEqual({ ok: false, reason: "debrief state-told" });
  });
});
