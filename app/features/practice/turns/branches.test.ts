import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { ModelRequest } from "#app/ai/model.ts";
import { branchesOf, forkAt } from "#app/features/conversations/branches/branch-tree.server.ts";
import { conversationsOf } from "#app/features/conversations/list/queries.server.ts";
import { endConversation } from "#app/features/conversations/end-conversation.server.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { branchTo, turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { chooseBranch, rewindTurn } from "./choose-branch.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { retryLane } from "#app/features/practice/lanes/retry-lane.server.ts";
import { type Spoken, takeTurn } from "./take-turn.server.ts";

const first = "In April you told me we would get my pay there by the summer.";
const rude = "You always do this, Ruth. You are a liar and you did nothing for six months.";
const despair = "Ruth, I can't take this job any more. I want to kill myself.";
const kind = "I am asking for 68,000, because I have run the billing rewrite on my own since June.";

let stage: Stage;
let ada: string;

beforeAll(async () => {
  stage = await setStage();
  ada = await stage.person(5_000_000);
});
afterAll(() => stage.close());
afterEach(async () => expect(await brokenInvariants(stage.db)).toEqual([]));

describe("trying a moment again", () => {
  test("ends the view before it, keeps what was said, and makes what is said next a branch of its own", async () => {
    const room = await talked(first, rude);
    const [, , second] = await room.inView();
    expect(await rewindTurn(room.practice, room.own, second?.id ?? "")).toEqual({ ok: true, ordinal: 2 });
    expect((await room.inView()).map(({ learner }) => learner)).toEqual([null, first]);

    const again = await room.say(kind);
    expect((await room.inView()).map(({ learner }) => learner)).toEqual([null, first, kind]);
    const tree = await turnTree(stage.db, room.own);
    expect([...tree.values()].map(({ turn }) => turn.learner)).toEqual([null, first, rude, kind]);
    const node = tree.get(again);
    expect(node && forkAt(tree, node)).toEqual({
      number: 2,
      of: 2,
      previous: { turnId: second?.id, ordinal: 2, words: rude },
      next: null,
    });
  });

  test("takes the partner's state back with it: what was said on the other branch has not happened", async () => {
    const room = await talked(first, rude, kind);
    const [, , hurt, after] = await room.inView();
    await rewindTurn(room.practice, room.own, hurt?.id ?? "");
    await room.say(kind);
    const onItsOwn = await talked(first, kind);
    const [, one, two] = await room.inView();
    const [, otherOne, otherTwo] = await onItsOwn.inView();
    expect(one?.state).toEqual(otherOne?.state);
    expect(two?.state).toEqual(otherTwo?.state);
    expect(two?.moves).toEqual(otherTwo?.moves);
    expect(two?.state).not.toEqual(after?.state);
  });

  test("no model is told a word of the branch that was left, and both go on from what they know already", async () => {
    const model = saying(["Go on."]);
    const room = await talkedTo(model, first, rude);
    const [, , second] = await room.inView();
    const before = model.calls.map(said);
    model.calls.length = 0;
    await rewindTurn(room.practice, room.own, second?.id ?? "");
    await room.say(kind);
    expect(model.calls.map(({ lane }) => lane).toSorted()).toEqual(["coach", "partner"]);
    for (const call of model.calls) {
      expect(JSON.stringify(call)).not.toContain("nothing for six months");
      // The beginning is what the last call's was, character for character, so that the provider's cache reads it.
      const former = before.findLast(({ lane }) => lane === call.lane);
      expect(said(call).text.startsWith(former?.text ?? "?")).toBe(true);
    }
  });

  test("a label that the coach gave on the other branch is free again", async () => {
    const model = saying(["Go on."]);
    const room = await talkedTo(model, first, rude);
    const [, , second] = await room.inView();
    await rewindTurn(room.practice, room.own, second?.id ?? "");
    model.calls.length = 0;
    await room.say(kind);
    expect(model.calls.find(({ lane }) => lane === "coach")?.tail).not.toContain("Labels already used");
    await room.say("What would Colm need to see?");
    expect(model.calls.findLast(({ lane }) => lane === "coach")?.tail).toContain(
      "Labels already used, not to be used now: Anchor",
    );
  });

  test("is refused while the partner answers", async () => {
    const room = await talkedTo(saying(["Well, ", "go ", "on."], { paceMs: 40 }), first);
    const [, one] = await room.inView();
    const turnId = await room.send(rude);
    for (const move of [rewindTurn, chooseBranch])
      expect(await move(room.practice, room.own, one?.id ?? "")).toEqual({ ok: false, reason: "busy" });
    expect((await room.inView()).at(-1)?.id).toBe(turnId);
    await room.practice.live.drain(5_000);
    expect(await rewindTurn(room.practice, room.own, turnId)).toMatchObject({ ok: true });
  });

  test("is possible while only the coach writes, whose note is there when one comes back", async () => {
    const quick = saying(["Go on."]);
    const mayNote = Promise.withResolvers<void>();
    const model: Heard = {
      ...quick,
      async *reply(request, signal) {
        if (request.lane === "coach") await mayNote.promise;
        yield* quick.reply(request, signal);
      },
    };
    const room = await talkedTo(model, first);
    const turnId = await room.send(rude);
    await vi.waitFor(async () => expect((await room.inView()).at(-1)?.partner.status).toBe("complete"));
    expect(await rewindTurn(room.practice, room.own, turnId)).toMatchObject({ ok: true });
    mayNote.resolve();
    await room.practice.live.drain(5_000);
    await chooseBranch(room.practice, room.own, turnId);
    expect((await room.inView()).at(-1)?.coach.text).toContain("Anchor");
  });

  test("waits for whoever is about to ask the partner again, and is refused then", async () => {
    const room = await talked(first);
    const [, one] = await room.inView();
    const asked = and(eq(runs.subjectId, one?.id ?? ""), eq(runs.lane, "partner"));
    const locked = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const retrying = stage.db.transaction(async (transaction) => {
      await conversationFor(transaction, room.own, { locked: true });
      locked.resolve();
      await goOn.promise;
      await transaction.update(runs).set({ status: "running", settledAt: null }).where(asked);
    });
    await locked.promise;
    const moving = rewindTurn(room.practice, room.own, one?.id ?? "");
    await vi.waitFor(async () => {
      const waiting = await stage.db.execute(sql`select from pg_locks where not granted`);
      expect(waiting).toHaveLength(1);
    });
    goOn.resolve();
    await retrying;
    expect(await moving).toEqual({ ok: false, reason: "busy" });
    await stage.db.update(runs).set({ status: "complete", settledAt: new Date() }).where(asked);
  });

  test("is not held up by a partner whose instance has died", async () => {
    const room = await talked(first);
    const slow = stage.instance(saying(["One ", "two ", "three"], { paceMs: 10_000 }));
    const turnId = randomUUID();
    await takeTurn(slow, room.own, { turnId, parentId: null, text: rude });
    slow.db = new Proxy(slow.db, {
      get() {
        throw new Error("this instance is dead");
      },
    });
    await stage.db
      .update(runs)
      .set({ leaseUntil: new Date(0) })
      .where(eq(runs.subjectId, turnId));
    expect(await rewindTurn(room.practice, room.own, turnId)).toMatchObject({ ok: true });
  });

  test("is only for one's own messages: not the opener, not a turn of somewhere else, not of somebody else", async () => {
    const room = await talked(first);
    const other = await talked(first);
    const [opener, one] = await room.inView();
    const grace = await stage.person();
    const refused = { ok: false, reason: "not-found" };
    expect(await rewindTurn(room.practice, room.own, opener?.id ?? "")).toEqual(refused);
    expect(await rewindTurn(room.practice, other.own, one?.id ?? "")).toEqual(refused);
    const notHers = { id: room.own.id, ownerId: grace };
    for (const move of [rewindTurn, chooseBranch])
      expect(await move(room.practice, notHers, one?.id ?? "")).toEqual(refused);
    expect((await room.inView()).at(-1)?.id).toBe(one?.id);
  });

  test("the list counts the turns of the branch in view, and shows its last words", async () => {
    const person = await stage.person(500_000);
    const room = await talkedTo(saying(["Go on."]), ...[first, rude], { ownerId: person });
    const [, , second] = await room.inView();
    await rewindTurn(room.practice, room.own, second?.id ?? "");
    const { entries } = await conversationsOf(stage.db, person, { pageSize: 5 });
    expect(entries).toMatchObject([{ turns: 1 }]);
  });
});

describe("a turn that the help card has answered", () => {
  test("belongs to its branch like any other, and is read by nobody on it or beside it", async () => {
    const model = saying(["Go on."]);
    const room = await talkedTo(model, first, despair);
    const [, one, card] = await room.inView();
    await rewindTurn(room.practice, room.own, card?.id ?? "");
    const beside = await room.say(kind);
    expect((await room.inView()).map(({ learner }) => learner)).toEqual([null, first, kind]);

    await chooseBranch(room.practice, room.own, card?.id ?? "");
    const after = await room.say(rude);
    await rewindTurn(room.practice, room.own, after);
    const again = await room.say(kind);
    const tree = await turnTree(stage.db, room.own);
    expect(tree.get(beside)?.parentId).toBe(one?.id);
    expect(tree.get(again)).toMatchObject({ parentId: card?.id, turn: { ordinal: 3 } });
    // The rules hear the same after the same words, with the card between them or without.
    expect(tree.get(again)?.turn.moves).toEqual(tree.get(beside)?.turn.moves);
    expect(tree.get(again)?.turn.state).toEqual(tree.get(beside)?.turn.state);
    for (const call of model.calls) expect(JSON.stringify(call)).not.toContain("kill myself");
    const partners = model.calls.filter(({ lane }) => lane === "partner").map(({ messages }) => messages);
    expect(partners.at(-1)).toEqual(partners.at(1));
  });

  test("can itself be gone back to, and leaves the moment before it as it was", async () => {
    const room = await talked(despair);
    const [, card] = await room.inView();
    expect(await rewindTurn(room.practice, room.own, card?.id ?? "")).toEqual({ ok: true, ordinal: 1 });
    await room.say(first);
    const [, spoken] = await room.inView();
    expect(spoken?.coach.status).toBe("silent");
    await chooseBranch(room.practice, room.own, card?.id ?? "");
    expect((await room.inView()).at(-1)?.partner).toEqual(card?.partner);
  });
});

describe("an end belongs to its branch", () => {
  test("whoever tries again after it goes on talking, and finds it where it was", async () => {
    const room = await talked(first, rude);
    const [, , second] = await room.inView();
    await endConversation(stage.db, room.own, { ending: "impasse", by: "partner" });
    await rewindTurn(room.practice, room.own, second?.id ?? "");
    expect(await room.end()).toBeNull();
    const again = await room.say(kind);
    await endConversation(stage.db, room.own, { ending: "agreement", by: "learner" });

    await chooseBranch(room.practice, room.own, second?.id ?? "");
    expect(await room.end()).toMatchObject({ ending: "impasse", by: "partner" });
    expect(await room.trySay("One more thing.")).toEqual({ ok: false, reason: "ended" });
    await chooseBranch(room.practice, room.own, again);
    expect(await room.end()).toMatchObject({ ending: "agreement", by: "learner" });
  });

  test("asking to see the branch that is in view changes nothing", async () => {
    const room = await talked(first);
    await endConversation(stage.db, room.own, { ending: "impasse", by: "learner" });
    const [, one] = await room.inView();
    await chooseBranch(room.practice, room.own, one?.id ?? "");
    expect(await room.end()).toMatchObject({ ending: "impasse" });
    const kept = await stage.db.select().from(turns).where(eq(turns.conversationId, room.own.id));
    expect(kept.every(({ endedAt }) => endedAt === null)).toBe(true);
  });

  test("a branch that was ended right where another parts is open again once it is gone back to", async () => {
    const room = await talked(first, rude);
    const [, , second] = await room.inView();
    await rewindTurn(room.practice, room.own, second?.id ?? "");
    await endConversation(stage.db, room.own, { ending: "someone-leaves", by: "learner" });
    await rewindTurn(room.practice, room.own, second?.id ?? "");
    expect(await room.end()).toBeNull();
  });
});

describe("showing another branch", () => {
  test("leads to its last turn, and where it parts again to the one that was gone on with last", async () => {
    const room = await talked(first, rude, "Fine.");
    const [, , hurt, fine] = await room.inView();
    await rewindTurn(room.practice, room.own, fine?.id ?? "");
    const sorry = await room.say("I am sorry, that was unfair.");
    await rewindTurn(room.practice, room.own, hurt?.id ?? "");
    await room.say(kind);
    await chooseBranch(room.practice, room.own, hurt?.id ?? "");
    expect((await room.inView()).at(-1)?.id).toBe(sorry);
    const tree = await turnTree(stage.db, room.own);
    expect(branchesOf(tree).map(({ parting }) => [parting?.ordinal, parting?.words])).toEqual([
      [3, "Fine."],
      [3, "I am sorry, that was unfair."],
      [2, kind],
    ]);
  });
});

describe("two tabs on different branches", () => {
  test("what is said goes on from what its page showed, wherever the other tab has gone", async () => {
    const room = await talked(first, rude);
    const [, one, two] = await room.inView();
    // The other tab goes back and says something else.
    await rewindTurn(room.practice, room.own, two?.id ?? "");
    const elsewhere = await room.say(kind);
    const mine = await room.say("And another thing.", { tipId: two?.id });
    expect((await room.inView()).map(({ id }) => id).slice(1)).toEqual([one?.id, two?.id, mine]);
    // And the other tab, which knows nothing of it.
    const theirs = await room.say("Colm would agree.", { tipId: elsewhere });
    expect((await room.inView()).map(({ id }) => id).slice(1)).toEqual([one?.id, elsewhere, theirs]);
  });

  test("a tab that is behind on the same branch goes on with it, and does not make one of its own", async () => {
    const room = await talked(first, rude);
    const [, one, two] = await room.inView();
    const third = await room.say(kind, { tipId: one?.id });
    expect((await room.inView()).map(({ id }) => id).slice(1)).toEqual([one?.id, two?.id, third]);
  });

  test("after going back, what is said continues just that turn, whatever the other tab shows", async () => {
    const room = await talked(first, rude);
    const [, one, two] = await room.inView();
    await rewindTurn(room.practice, room.own, two?.id ?? "");
    await chooseBranch(room.practice, room.own, two?.id ?? "");
    const third = await room.say(kind, { parentId: one?.id });
    expect((await room.inView()).map(({ id }) => id).slice(1)).toEqual([one?.id, third]);
  });

  test("the same turn again is the same turn, whichever branch is in view by then", async () => {
    const room = await talked(first, rude);
    const [, , two] = await room.inView();
    await rewindTurn(room.practice, room.own, two?.id ?? "");
    const again = { turnId: two?.id ?? "", parentId: null, text: rude };
    expect(await takeTurn(room.practice, room.own, again)).toEqual({ ok: true, ordinal: 2, again: true });
    expect(await stage.db.select().from(runs).where(eq(runs.subjectId, again.turnId))).toHaveLength(2);
  });

  test("of a message and a going back at once, on two instances, neither is lost and nothing hangs between", async () => {
    for (let round = 0; round < 15; round++) {
      const room = await talked(first);
      const [, one] = await room.inView();
      const there = stage.instance(saying(["Yes."]));
      const turnId = randomUUID();
      const [taken, moved] = await Promise.all([
        takeTurn(there, room.own, { turnId, parentId: null, tipId: one?.id, text: kind }),
        rewindTurn(room.practice, room.own, one?.id ?? ""),
      ]);
      await there.live.drain(5_000);
      expect(taken).toMatchObject({ ok: true, ordinal: 2 });
      const tree = await turnTree(stage.db, room.own);
      expect(tree.get(turnId)?.parentId).toBe(one?.id);
      // Whoever came second is in view, or was told to wait.
      const head = (await room.inView()).at(-1)?.ordinal;
      expect(moved.ok ? [0, 2] : [2]).toContain(head);
    }
  });
});

test("a reply that something was said after, on whatever branch, is not asked again", async () => {
  const room = await talked(first);
  const [, one] = await room.inView();
  await stage.db
    .update(runs)
    .set({ status: "stopped" })
    .where(and(eq(runs.subjectId, one?.id ?? ""), eq(runs.lane, "partner")));
  const two = await room.say(kind);
  await rewindTurn(room.practice, room.own, two);
  expect(await retryLane(room.practice, room.own, { turnId: one?.id ?? "", lane: "partner" })).toEqual({
    ok: false,
    reason: "nothing-to-retry",
  });
});

type Heard = ReturnType<typeof saying>;

async function talked(...lines: string[]) {
  return talkedTo(saying(["Go on."]), ...lines);
}

async function talkedTo(model: Heard, ...given: (string | { ownerId: string })[]) {
  const practice = stage.instance(model);
  const lines = given.filter((one) => typeof one === "string");
  const asked = given.find((one) => typeof one !== "string");
  const own = await stage.conversation(practice, asked?.ownerId ?? ada);
  const room = roomOf(practice, own);
  for (const line of lines) await room.say(line);
  return room;
}

function roomOf(practice: Practice, own: OwnConversation) {
  async function trySay(text: string, more: Partial<Spoken> = {}, turnId = randomUUID()) {
    return takeTurn(practice, own, { turnId, parentId: null, text, ...more });
  }
  async function send(text: string, more: Partial<Spoken> = {}): Promise<string> {
    const turnId = randomUUID();
    const taken = await trySay(text, more, turnId);
    if (!taken.ok) throw new Error(taken.reason);
    return turnId;
  }
  return {
    practice,
    own,
    trySay,
    send,
    async say(text: string, more: Partial<Spoken> = {}) {
      const turnId = await send(text, more);
      await practice.live.drain(5_000);
      return turnId;
    },
    async inView() {
      const conversation = await conversationFor(stage.db, own);
      const tree = await turnTree(stage.db, own);
      return branchTo(tree, conversation?.headTurnId ?? "").map(({ turn }) => turn);
    },
    async end() {
      return (await conversationFor(stage.db, own))?.end ?? null;
    },
  };
}

/** The text of all messages but what is new in the last. */
function said({ lane, messages }: ModelRequest) {
  const blocks = messages.flatMap(({ role, blocks: texts }) => texts.map((text) => `${role}: ${text}`));
  return { lane, text: blocks.slice(0, -1).join("\n") };
}
