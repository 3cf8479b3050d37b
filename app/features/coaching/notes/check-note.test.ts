import { describe, expect, test } from "vitest";
import type { Turn } from "#app/features/conversations/conversation.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { checkNote, noteLabel } from "./check-note.ts";
import { rehearse } from "#app/features/coaching/testing.ts";

const path = rehearse({
  content: raise,
  lines: [
    "I'd like to talk about my pay today.",
    "In April, in the canteen, you told me we would get there by the summer.",
  ],
});
const good = "Recall — “in the canteen” gives Ruth a place she remembers. Ask what Colm would need.";

describe("a coach's note", () => {
  test("passes when it has its shape", () => {
    expect(check(good)).toEqual({ ok: true, text: good, salvaged: false });
  });

  test("loses a role prefix, weight, emoji and stray white space without being called salvaged", () => {
    expect(
      check(
        `  COACH:  **Recall** — “in the canteen” gives Ruth\na place she remembers. 🎉 Ask what Colm would need. `,
      ),
    ).toEqual({
      ok: true,
      text: good,
      salvaged: false,
      mended: ["emoji", "markdown", "role-prefix"],
    });
  });

  test("on a turn that is on track is cut to one", () => {
    expect(checkNote(good, { path, content: raise, sentences: 1 })).toEqual({
      ok: true,
      text: "Recall — “in the canteen” gives Ruth a place she remembers.",
      salvaged: true,
    });
  });

  test("that praises has a quotation to show what for, or is none", () => {
    expect(check("Recall — great job, that was a good start.")).toEqual({ ok: false, reason: "flattery" });
    expect(check("Recall — well done, “in the pub” was a place.")).toEqual({ ok: false, reason: "flattery" });
    expect(check("Recall — “in the canteen” was well done.")).toMatchObject({ ok: true });
  });

  test("never writes out what to say, unless the learner has said it", () => {
    const [example = expectExample()] = raise.examples;
    expect(check(`Recall — try this: ${example.good}`)).toEqual({ ok: false, reason: "gives-line" });
    const said = [...path, ...path.slice(-1).map((turn) => ({ ...turn, learner: example.good }))];
    expect(checkNote(`Recall — “${example.good}” says it.`, { path: said, content: raise })).toMatchObject({
      ok: true,
    });
  });

  test("without a label or a quotation passes, and that is told", () => {
    expect(check("Ask what Colm would need.")).toMatchObject({
      ok: true,
      left: ["no-label", "no-quotation"],
    });
    expect(check(good)).not.toHaveProperty("left");
  });

  test("is cut to two sentences", () => {
    expect(check(`${good} And smile. And then wait.`)).toEqual({ ok: true, text: good, salvaged: true });
  });

  test("is cut to what fits in sixty words", () => {
    const long = `Ask ${"very ".repeat(50)}well.`;
    expect(check(`Recall — “in the canteen” gives Ruth a place. ${long}`)).toEqual({
      ok: true,
      text: "Recall — “in the canteen” gives Ruth a place.",
      salvaged: true,
    });
    expect(check(`Recall — ${long} ${long}`)).toMatchObject({ ok: true });
    expect(check(`Recall — ${"very ".repeat(70)}well.`)).toEqual({ ok: false, reason: "too-long" });
  });

  test("that was cut off keeps its last full sentence, and none without one", () => {
    expect(check("Recall — “in the canteen” gives Ruth a place she remembers. Ask what Colm wou")).toEqual({
      ok: true,
      text: "Recall — “in the canteen” gives Ruth a place she remembers.",
      salvaged: true,
    });
    expect(check("Recall — “in the canteen” gives Ru")).toEqual({ ok: false, reason: "cut-off" });
  });

  test("keeps quotation marks only round the learner's own words", () => {
    expect(check("Recall — “in the pub” gives Ruth a place. Try “forty-six”.")).toEqual({
      ok: true,
      text: "Recall — in the pub gives Ruth a place. Try forty-six.",
      salvaged: false,
      mended: ["false-quotation"],
      left: ["no-quotation"],
    });
    expect(check("Recall — “In the canteen, you told me” gives Ruth a place.")).toMatchObject({
      ok: true,
      text: expect.stringContaining("“In the canteen, you told me”"),
    });
  });

  test.each([
    "Ruth: I know what I said in April.",
    "I know what I said, and I meant it.",
    "Promise — well, I told my boss and I heard nothing back.",
  ])("never speaks as the partner: %s", (text) => {
    expect(check(text)).toEqual({ ok: false, reason: "partner-voice" });
  });

  test("never repeats the partner's line", () => {
    expect(check("Recall — Come in, mind the boxes, that's the new thermostats.")).toEqual({
      ok: false,
      reason: "partner-copy",
    });
    expect(check("Recall — mind the boxes, so to speak.")).toMatchObject({ ok: true });
  });

  test("never bears a label of the last four notes, however it is spelt", () => {
    expect(checkNote(good, { path: labelled(["Anchor", "RECALL", "Hold"]), content: raise })).toEqual({
      ok: false,
      reason: "label-repeated",
    });
    expect(
      checkNote(good, { path: labelled(["Recall", "Anchor", "Hold", "Trade", "Reason"]), content: raise }),
    ).toMatchObject({ ok: true });
  });

  test.each(["", "   ", "COACH:", "🎉"])("with nothing in it fails: %j", (text) => {
    expect(check(text)).toMatchObject({ ok: false });
  });
});

describe("a note's label", () => {
  test.each([
    ["Anchor — “x” y.", "Anchor"],
    ["**Ask for theirs** – y.", "Ask for theirs"],
    ["Hold: y.", "Hold"],
    ["Ruth’s side — y.", "Ruth’s side"],
    ["You said it plainly, and that helped.", null],
    ["This is a whole sentence that goes on and on — and then a dash.", null],
  ])("%s", (text, label) => {
    expect(noteLabel(text)).toBe(label);
  });
});

function expectExample(): never {
  throw new Error("a scenario has examples");
}

function check(text: string) {
  return checkNote(text, { path, content: raise });
}

function labelled(labels: string[]): Turn[] {
  const last = path.at(-1);
  if (!last) throw new Error("The rehearsal has turns");
  const noted = labels.map((label) => ({ ...last, coach: { ...last.coach, text: `${label} — so it is.` } }));
  return [...path.slice(0, 1), ...noted, last];
}
