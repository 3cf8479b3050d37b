import { expect, test } from "vitest";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import type { PartnerState, Turn } from "#app/features/conversations/conversation.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { pivotalTurn } from "./pivotal-turn.ts";

const calm = rehearse({ content: raise, lines: ["Hi, Ruth.", "So.", "Well.", "Then."] });
const [{ state } = expectTurn()] = calm;

test("the turn that decided most is the one in which the partner's state changed most", () => {
  expect(pivotalTurn(states({ trust: 3 }, { trust: 5 }, { trust: 4 }))).toMatchObject({
    ordinal: 2,
    direction: "towards",
  });
  expect(
    pivotalTurn(states({ trust: 3 }, { trust: 3, concessions: 1 }, { trust: 4, concessions: 1 })),
  ).toMatchObject({
    ordinal: 2,
  });
});

test("of two alike, the one that lost ground", () => {
  expect(pivotalTurn(states({ trust: 3 }, { trust: 4 }, { trust: 3 }, { trust: 4 }))).toMatchObject({
    ordinal: 3,
    direction: "away",
  });
});

test("where nothing ever moved there is none", () => {
  expect(pivotalTurn(states({ trust: 3 }, { trust: 3 }))).toBeNull();
  expect(pivotalTurn(calm.slice(0, 1))).toBeNull();
});

test.each(seeded)(
  "$slug: a skilled and a rude learner both have one, and the rude one's lost ground",
  ({ content, learners }) => {
    expect(pivotalTurn(rehearse({ content, lines: learners.skilled }))).toMatchObject({
      direction: "towards",
    });
    expect(pivotalTurn(rehearse({ content, lines: learners.rude }))).toMatchObject({ direction: "away" });
  },
);

/** The calm conversation with these states, from its first message on. */
function states(...given: Partial<PartnerState>[]): Turn[] {
  const numbers = [given[0] ?? {}, ...given];
  return calm.slice(0, numbers.length).map((turn, at) => ({ ...turn, state: { ...state, ...numbers[at] } }));
}

function expectTurn(): never {
  throw new Error("a rehearsal has an opener");
}
