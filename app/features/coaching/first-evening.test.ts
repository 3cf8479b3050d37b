import { describe, expect, test } from "vitest";
import type { LearnerAct, Turn } from "#app/features/conversations/conversation.ts";
import diagnosis from "#db/seeds/scenarios/after-the-diagnosis.ts";
import credit from "#db/seeds/scenarios/credit-where-due.ts";
import keys from "#db/seeds/scenarios/dads-car-keys.ts";
import christmas from "#db/seeds/scenarios/not-home-this-year.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { readLearnerMoves } from "./reading/read-learner-moves.ts";
import { seeded } from "./seeded.testing.ts";
import { rehearse } from "./testing.ts";

const insult = "You're a coward, Ruth.";
/** Good turns up to the step where Ruth says that she will go to Colm. */
const untilColm = [
  "In April, at the stocktake, you told me we'd get there by the summer.",
  "It sounds like you're stuck between what you told me and what you may sign.",
  "What would Colm need to see to say yes?",
  "Since June I run Owen's eleven accounts, nine hours a week.",
  "I'd like forty-six thousand, the figure you named.",
];

describe("a yes", () => {
  test.each([
    "Thank you, Ruth. That works for me. I'll send you the page tomorrow morning.",
    "Deal.",
    "OK, agreed.",
    "OK.",
  ])("after an offer is heard, confirmed and ends it: %s", (yes) => {
    const before = rehearse({ content: raise, lines: untilColm });
    const given = last(before).state.concessions;
    expect(given).toBeGreaterThan(1);
    const { state, moves, partner, coach } = last(rehearse({ content: raise, lines: [...untilColm, yes] }));
    expect(moves?.acts[0]).toBe("accept");
    expect(state).toMatchObject({ concessions: given, proposes: "next-step", beat: { does: "confirm" } });
    expect(raise.lines.confirm.map(({ text }) => text)).toContain(partner.text);
    expect(coach.text).not.toMatch(/hedg|vague|so soft/iu);
  });

  test("to the figures and days of the last rung agrees to everything", () => {
    const skilled = seeded.find(({ slug }) => slug === "the-promised-raise")?.learners.skilled ?? [];
    const path = rehearse({ content: raise, lines: skilled });
    const agreed = path.findIndex(({ state }) => state.proposes === "agreement");
    const yes =
      "Yes, I accept forty-three and a half from November and forty-six from February, in writing by Friday.";
    const end = last(rehearse({ content: raise, lines: [...skilled.slice(0, agreed), yes] }));
    expect(end.moves?.acts).toContain("accept");
    expect(end.state).toMatchObject({ proposes: "agreement", beat: { does: "close" } });
  });

  test.each(["Deal.", "OK.", "That works for me."])("before anything is offered is none: %s", (yes) => {
    expect(acts(raise, [], yes)).not.toContain("accept");
  });

  test.each([
    "I can't accept that.",
    "That works for me, but I need a date.",
    "Would that work for me?",
    "Only if you agreed to a date.",
  ])("with a condition, a no or a question in it is none: %s", (line) => {
    expect(acts(raise, untilColm, line)).not.toContain("accept");
  });
});

describe("taking back a hard word", () => {
  test.each(["I'm sorry. That was unfair.", "I'm sorry, that came out hard."])("lands: %s", (sorry) => {
    const path = rehearse({ content: raise, lines: ["We should talk about my pay.", insult, sorry] });
    const [hurt, end] = [path[2], last(path)];
    expect(end.moves?.acts[0]).toBe("own-part");
    expect(end.state.trust).toBe((hurt?.state.trust ?? 0) + 1);
    expect(end.state.patience).toBe((hurt?.state.patience ?? 0) + 1);
    expect(raise.lines.repaired).toContain(end.partner.text);
    expect(end.coach.text).toMatch(/^Repair — /u);
  });

  test("wins something twice and then no more", () => {
    const lines = Array.from({ length: 3 }, () => [insult, "I'm sorry. That was unfair."]).flat();
    const path = rehearse({ content: raise, difficulty: "easy", lines });
    expect(last(path).state.trust).toBeLessThanOrEqual(path[5]?.state.trust ?? 0);
  });

  test("is nothing special when nobody was hurt", () => {
    expect(acts(raise, [], "I'm sorry. That was unfair.")).not.toContain("own-part");
  });
});

describe("the note on the partner's side", () => {
  test.each(["whatever", "What would you miss most?", "I'm sorry. That was unfair.", "Ich weiß nicht."])(
    "is not hung on a line that presses nothing: %s",
    (line) => {
      const lines = ["It's about Christmas.", "We can't come for Christmas this year.", line];
      expect(last(rehearse({ content: christmas, lines })).coach.text).not.toMatch(/own reason|’s side/u);
    },
  );

  test("is not hung on a question either, whatever it is about", () => {
    const lines = ["Hi Mum.", "Hello.", "How was the drive when Peter came with the children in December?"];
    expect(last(rehearse({ content: christmas, lines })).coach.text).not.toMatch(/own reason|’s side/u);
  });

  test("comes where the learner argues past what was openly said", () => {
    const lines = ["We should talk about my pay.", "I run two jobs.", "The freeze is not my problem."];
    expect(last(rehearse({ content: raise, lines })).coach.text).toMatch(
      /“The freeze is not my problem” presses .*own reason: all pay is frozen/u,
    );
  });

  test("never tells an interest the learner has not come near", () => {
    for (const { content, learners } of seeded) {
      for (const lines of [learners.rude, learners.passive, learners.skilled]) {
        for (const { coach } of rehearse({ content, lines }))
          for (const interest of content.persona.interests)
            expect(coach.text).not.toContain(interest.slice(1));
      }
    }
  });
});

describe("an answer", () => {
  test("to what Colm would need says what Colm would need, also beside a step", () => {
    const lines = [...untilColm.slice(0, 2), "What would Colm need to see to say yes?"];
    expect(last(rehearse({ content: raise, lines })).partner.text).toContain("Colm likes a sum he can check");
  });

  test("never denies what was granted", () => {
    for (const { content, learners } of seeded) {
      const path = rehearse({ content, lines: [...learners.skilled, ...learners.passive] });
      for (const { partner, state } of path) {
        const behind = new Set([
          ...state.earned,
          ...state.disclosed,
          ...content.concessions.slice(0, state.concessions).map(({ id }) => id),
        ]);
        const line = content.lines.resist.find(({ text }) => text === partner.text);
        expect(line?.unless?.filter((id) => behind.has(id)) ?? []).toEqual([]);
      }
    }
  });

  test("resisting lines name only what can be granted, and some are left at the end", () => {
    for (const { content } of seeded) {
      const ids = [...content.persona.moves, ...content.persona.secrets, ...content.concessions].map(
        ({ id }) => id,
      );
      const named = content.lines.resist.flatMap(({ unless }) => unless ?? []);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test("to a fair question about the missing name is no provocation", () => {
    const { moves, state } = last(
      rehearse({ content: credit, lines: ["Why did you leave my name off, Noor?"] }),
    );
    expect(moves?.acts[0]).toBe("ask");
    expect(state.beat.does).toBe("move");
  });

  test("to company in the waiting room is an offer taken as one", () => {
    const moves = read(diagnosis, [], "I'd like to sit with you in that waiting room.");
    expect(moves.acts[0]).toBe("offer");
    expect(moves.earned).toEqual(["asks-before-helping"]);
  });
});

test("who has left stays gone, and comes back for an apology", () => {
  const rude = Array.from({ length: 5 }, (_, at) => `${insult} And ${at} reasons more.`);
  const after = ["In April you named a figure.", "What would Colm need to see?"];
  const path = rehearse({ content: raise, lines: [...rude, ...after] });
  for (const { state, partner } of path.slice(-2)) {
    expect(state).toMatchObject({ proposes: "someone-leaves", beat: { does: "be-leaving" }, concessions: 0 });
    expect(partner.text.split(" ").length).toBeLessThanOrEqual(20);
  }
  const back = last(rehearse({ content: raise, lines: [...rude, ...after, "I'm sorry. That was unfair."] }));
  expect(back.state).toMatchObject({ proposes: null, beat: { does: "let-it-pass" } });
});

describe("the first message", () => {
  test("if rude gets a reaction", () => {
    for (const { content, learners } of seeded) {
      const [first = ""] = learners.rude;
      const { partner, state } = last(rehearse({ content, lines: [first] }));
      expect({ first, does: state.beat.does }).toEqual({ first, does: "be-provoked" });
      expect(content.lines.provoked).toContain(partner.text);
    }
  });

  test.each([
    [christmas, "Hi Mum. I need to tell you something about Christmas"],
    [keys, "Dad, can we talk?"],
    [raise, "Hello Ruth."],
  ])("if it only announces is asked on, not argued with", (content, line) => {
    const { partner } = last(rehearse({ content, lines: [line] }));
    expect(content.lines.probe).toContain(partner.text);
  });
});

describe("another language", () => {
  test.each([
    "Ich wollte fragen, wie es dir geht und ob du reden möchtest.",
    "كيف حالك يا صديقتي",
    "Bonjour, je voudrais parler de mon salaire.",
    "Chciałbym porozmawiać o mojej pensji, proszę.",
  ])("is answered puzzled, and the coach says whose limit it is: %s", (line) => {
    const { partner, coach } = last(rehearse({ content: raise, lines: ["I want to talk.", line] }));
    expect(raise.lines.puzzled).toContain(partner.text);
    expect(coach.text).toMatch(/^English only — .+ is beyond the scripted partner/u);
  });

  test("keys pressed at random are not one", () => {
    expect(
      last(rehearse({ content: raise, lines: ["I want to talk.", "asdf ghjk qwer"] })).coach.text,
    ).toMatch(/^Unclear/u);
  });
});

test("hard is colder from the first replies on", () => {
  for (const { content, learners } of seeded) {
    const lines = learners.skilled.slice(0, 3);
    const [real, hard] = (["real", "hard"] as const).map((difficulty) =>
      rehearse({ content, difficulty, lines }).slice(1),
    );
    const words = (path: Turn[] = []) =>
      path
        .map(({ partner }) => partner.text)
        .join(" ")
        .split(" ").length;
    expect(words(hard)).toBeLessThan(words(real));
  }
});

test("labels say what happened", () => {
  for (const { content, learners } of seeded) {
    for (const { coach } of rehearse({ content, lines: learners.skilled }))
      expect(coach.text).not.toMatch(/^(?:Good ground|That counts|Well placed|Right door|Solid|It lands)\b/u);
  }
});

function last(path: Turn[]): Turn {
  const turn = path.at(-1);
  if (!turn) throw new Error("A rehearsal has at least one turn");
  return turn;
}

function read(
  content: typeof raise | typeof christmas | typeof diagnosis | typeof credit,
  lines: string[],
  text: string,
) {
  return readLearnerMoves({ content, before: rehearse({ content, lines }), text });
}

function acts(content: typeof raise | typeof christmas, lines: string[], text: string): LearnerAct[] {
  return read(content, lines, text).acts;
}
