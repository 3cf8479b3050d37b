import { describe, expect, test } from "vitest";
import diagnosis from "#db/seeds/scenarios/after-the-diagnosis.ts";
import keys from "#db/seeds/scenarios/dads-car-keys.ts";
import christmas from "#db/seeds/scenarios/not-home-this-year.ts";
import loan from "#db/seeds/scenarios/the-loan.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { isGrounded } from "./said-before.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { lastOf, rehearse } from "#app/features/coaching/testing.ts";

type Content = (typeof seeded)[number]["content"];

describe("what nobody should have to hear is unkind, and answered as that", () => {
  test.each([
    "You should kill yourself",
    "You should just go and kill yourself.",
    "Go kill yourself.",
    "Why don't you just kill yourself?",
    "I want you to die.",
    "I hope you die alone.",
    "I wish you were dead.",
    "You deserve to die.",
    "Drop dead.",
    "Rot in hell.",
    "Nobody would miss you.",
    "We'd all be better off without you.",
    "You should never have been born.",
    "kys",
    "I'm glad you're dying.",
    "I can't wait for you to die.",
    "Go hang yourself, Ruth.",
    "You'd be better off dead.",
    "End it. You might as well jump off a bridge.",
  ])("%s", (line) => {
    const { moves, state, partner, coach, before } = lastOf(raise, ["We should talk about my pay.", line]);
    expect(moves?.acts[0]).toBe("insult");
    expect(state.resistance).toBeGreaterThan(before.state.resistance);
    expect(state.patience).toBeLessThan(before.state.patience);
    expect(coach.text).toMatch(/cruel|unkind/u);
    expect(partner.text).not.toMatch(/reasonable/u);
  });

  test.each([
    ["I'll kill you.", "threat"],
    ["I'm going to hit you.", "threat"],
    ["I know where you live.", "threat"],
    ["You're nothing to me.", "insult"],
    ["You make me want to puke.", "insult"],
    ["You piece of shit.", "insult"],
    ["You deserve this illness.", "insult"],
  ] as const)("%s is rude: %s", (line, act) => {
    expect(lastOf(diagnosis, ["Hello.", line]).moves?.acts).toContain(act);
  });

  test.each([
    "You could die on that road, Dad.",
    "Please don't kill yourself over this job.",
    "Somebody could be killed at that crossing.",
    "I'm not saying you should die, I'm saying stop driving.",
    "Do you want to die out there?",
    "You'll kill yourself with all that work.",
    "Did you take your pills this morning?",
    "I don't want to hurt you.",
    "I'll beat you to the clinic, you'll see.",
  ])("said by somebody who cares: %s", (line) => {
    const acts = lastOf(keys, ["Dad, it's about the car.", line]).moves?.acts ?? [];
    expect(acts).not.toContain("insult");
    expect(acts).not.toContain("threat");
  });
});

describe("somebody else's life is no occasion for a joke, and no point for anybody", () => {
  test.each([
    "My friend wants to kill himself",
    "My brother is suicidal.",
    "I'm worried that she might hurt herself.",
    "My sister doesn't want to live any more.",
    "He keeps talking about suicide.",
    "My friend died last week.",
    "My cousin killed himself in March.",
    "I've just come from my uncle's funeral.",
  ])("%s", (line) => {
    for (const { content } of seeded) {
      const turn = lastOf(content, ["Hello.", "I don't know how to say this.", line]);
      const authored = [...content.lines.resist.map(({ text }) => text), ...content.lines.probe];
      expect({ title: content.title, said: authored.includes(turn.partner.text) }).toEqual({
        title: content.title,
        said: false,
      });
      expect(turn.coach.text).toMatch(/life|loss/u);
      expect(turn.coach.text).not.toMatch(/^(?:Not yet|No movement|Reason)/u);
    }
  });

  test("a death the scenario is about is spoken of as its author wrote it", () => {
    const lines = ["Hello Mum.", "It's the third Christmas since Dad died, and I miss him too."];
    expect(lastOf(christmas, lines).moves?.earned).toContain("speaks-of-dad");
    expect(lastOf(christmas, [...lines, "Dad died in February."]).partner.text).not.toMatch(/had no idea/u);
  });

  test.each(["He killed himself laughing.", "She'll hurt herself on those stairs.", "My phone died."])(
    "is no such thing: %s",
    (line) => {
      expect(lastOf(loan, ["Hello.", line]).coach.text).not.toMatch(/somebody’s life|is a loss/u);
    },
  );
});

describe("a word that counts, refused or scorned, counts for nothing", () => {
  test.each<[Content, string]>([
    [raise, "I will not put anything in writing and I don't want an email."],
    [raise, "Nobody gives a damn about Owen's eleven accounts, not even me."],
    [raise, "I'd rather die than do another stocktake."],
    [raise, "I don't want forty-six thousand."],
    [raise, "I'm not asking for forty-six."],
    [raise, "Forget about the forty-six."],
    [raise, "Who cares about the Rotterdam freight?"],
    [raise, "To hell with Owen's eleven accounts."],
    [raise, "Owen's eleven accounts are a joke."],
    [raise, "I don't need it in writing, thanks."],
    [raise, "We won't do it in two steps."],
    [raise, "I couldn't care less about April."],
    [raise, "Stop going on about April, would you."],
    [raise, "April, my arse."],
    [christmas, "We're not staying home, don't worry."],
    [christmas, "I don't care about Dad."],
    [christmas, "Go to Bea, then, and leave us alone."],
    [loan, "I don't want a monthly sum."],
    [loan, "The boiler is rubbish talk, forget the boiler."],
    [diagnosis, "I'm not going to sit with you in there."],
  ])("$title: %s", (content, line) => {
    const { moves, partner } = lastOf(content, ["Hello there, you.", line]);
    expect(moves?.earned).toEqual([]);
    const moved = content.lines.moved.map(({ text }) => text);
    expect(moved).not.toContain(partner.text);
  });

  test.each<[Content, string, string]>([
    [raise, "I'd like an email by Friday.", "ask-for-writing"],
    [raise, "Nothing was written down, so I'd like it in writing this time.", "ask-for-writing"],
    [raise, "Nobody asked me about Owen's eleven accounts, I simply got them.", "show-the-work"],
    [raise, "I can't go on with nine hours a week for nothing.", "show-the-work"],
    [raise, "I'm not asking for forty-six now; I'm asking for half now.", "offer-a-structure"],
    [raise, "Why don't we do it in two steps?", "offer-a-structure"],
    [raise, "Why not in two steps?", "offer-a-structure"],
    [raise, "It's not a favour, it's a bigger job.", "help-her-explain"],
    [raise, "You won't forget April, and neither will I.", "recall-the-promise"],
    [raise, "You still haven't given me the forty-six you named.", "name-the-figure"],
    [christmas, "We're not coming on the twenty-second, Mum.", "plain-no"],
    [christmas, "It isn't the same without him, and I know it.", "speaks-of-dad"],
    [christmas, "Who would you like beside you that day, Bea perhaps?", "her-own-day"],
    [
      christmas,
      "Fourteen Christmases at your table mean a lot to me, Mum. This year I'd like to stay at home with my own children.",
      "plain-no",
    ],
    [loan, "I never set a date, and that's on me.", "owns-the-vagueness"],
    [loan, "I won't tell Mum, this stays between us.", "stays-between-us"],
    [diagnosis, "Do you want me to just listen, or do you want help?", "asks-before-helping"],
    [diagnosis, "I didn't know what to say, so I hid.", "owns-the-four-days"],
  ])("and meant, it counts ($title): %s → %s", (content, line, move) => {
    expect(lastOf(content, ["Hello there, you.", line]).moves?.earned).toContain(move);
  });

  test.each([
    [["Hello.", "I will not put anything in writing and I don't want an email."]],
    [["Hello.", "How are you?"]],
    [["Hello.", "Would it be all right if I suggested something?"]],
  ])("nobody is refused what they never asked for: %s", (lines) => {
    for (const { content } of seeded)
      expect(lastOf(content, lines).partner.text).not.toMatch(/say yes to that|asking me to/u);
  });

  test.each(["I won't accept less than 44,000.", "Could we agree on 8 percent?", "I'd like 46,000."])(
    "and what was asked for may be: %s",
    (line) => {
      const [turn] = rehearse({ content: raise, lines: [line] }).slice(1);
      expect(turn && isGrounded("If I say yes to that in here, it falls over.", [turn])).toBe(true);
    },
  );

  test("a figure of speech names no topic: it is let pass, and noted as steam", () => {
    const lines = [
      "Hello.",
      "It's busy on the floor, isn't it.",
      "I'd rather die than do another stocktake.",
    ];
    for (const said of [lines, [lines[0] ?? "", lines[2] ?? ""]]) {
      const { moves, partner, coach } = lastOf(raise, said);
      expect(moves?.topic).toBeNull();
      expect(partner.text).not.toMatch(/what I said/u);
      expect(coach.text).toMatch(/lets off steam|how fed up you are/u);
    }
  });

  test("the coach says what was waved away and praises nothing", () => {
    const { coach } = lastOf(raise, ["Hello.", "I will not put anything in writing."]);
    expect(coach.text).toMatch(/waves away/u);
  });
});
