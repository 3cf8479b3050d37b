import { describe, expect, test } from "vitest";
import type { Turn } from "#app/features/conversations/conversation.ts";
import { anyScenario } from "#e2e/fakes/learners/any-scenario.ts";
import { checkNote } from "./notes/check-note.ts";
import { partnerFaults } from "./partner/check-partner-line.ts";
import { mostNoteSentences, namesPartnerView } from "./notes/coach-reading.ts";
import { labelMemory, noteLabel } from "./notes/note-label.ts";
import { quotationsIn } from "./notes/note-quotes.ts";
import { seeded } from "./seeded.testing.ts";
import { sentencesOf } from "./reading/sentences.ts";
import { rehearse, untilProposal } from "./testing.ts";

test("there are eight seeded scenarios to rehearse", () => {
  expect(seeded).toHaveLength(8);
});

describe.each(seeded)("$slug", ({ content, learners }) => {
  const rude = rehearse({ content, lines: learners.rude });
  const passive = rehearse({ content, lines: learners.passive });
  const skilled = rehearse({ content, lines: learners.skilled });
  const all = [rude, passive, skilled];

  test("someone leaves a rude learner after 4 to 8 turns, and rudeness never earns a step", () => {
    const end = lastOf(untilProposal(rude));
    expect(end.state.proposes).toBe("someone-leaves");
    expect(end.ordinal).toBeGreaterThanOrEqual(4);
    expect(end.ordinal).toBeLessThanOrEqual(8);
    expect(lastOf(rude).state).toMatchObject({ concessions: 0, earned: [] });
  });

  test("a passive learner gets nothing and reaches an impasse after 8 to 12 turns", () => {
    const end = lastOf(untilProposal(passive));
    expect(end.state).toMatchObject({ proposes: "impasse", concessions: 0 });
    expect(end.ordinal).toBeGreaterThanOrEqual(8);
    expect(end.ordinal).toBeLessThanOrEqual(12);
  });

  test("a skilled learner reaches agreement in 7 to 12 turns, one step at a time, the first not before turn 2", () => {
    const end = lastOf(untilProposal(skilled));
    expect(end.state.proposes).toBe("agreement");
    expect(end.ordinal).toBeGreaterThanOrEqual(7);
    expect(end.ordinal).toBeLessThanOrEqual(12);
    expect(skilled.findIndex(({ state }) => state.concessions > 0)).toBeGreaterThanOrEqual(2);
    for (const [at, { state }] of skilled.entries()) {
      expect(state.concessions - (skilled[at - 1]?.state.concessions ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test("kind words eight times over earn nothing", () => {
    const path = rehearse({ content, lines: Array.from({ length: 8 }, () => "I hear you.") });
    expect(lastOf(path).state).toMatchObject({ concessions: 0, earned: [], disclosed: [] });
    expect(lastOf(path).state.resistance).toBe(content.difficulty.real.resistance);
  });

  test("nor do they in other words: no ground is won, and a little trust once", () => {
    const { resistance, trust } = content.difficulty.real;
    for (const { state } of rehearse({ content, lines: anyScenario.repeater })) {
      expect(state.resistance).toBeGreaterThanOrEqual(resistance);
      expect(state.trust).toBeLessThanOrEqual(trust + 1);
    }
  });

  test("the partner says no line twice, and every line is short speech", () => {
    for (const path of all) {
      const said = path.map(({ partner }) => partner.text);
      expect(new Set(said).size).toBe(said.length);
      for (const line of said)
        expect({ line, faults: partnerFaults(line, content) }).toEqual({ line, faults: [] });
    }
  });

  test("the partner opens in one or two sentences, and then varies", () => {
    expect(sentencesOf(content.opener).length).toBeLessThanOrEqual(2);
    const lengths = skilled.map(({ partner }) => sentencesOf(partner.text).length);
    expect(new Set(lengths).size).toBeGreaterThanOrEqual(2);
  });

  test("thirty turns of one kind do not run dry", () => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `${at} reasons more, because last Friday mattered to everybody there.`,
    );
    const said = rehearse({ content, lines }).map(({ partner }) => partner.text);
    expect(said).not.toContain("");
    expect(new Set(said).size).toBeGreaterThanOrEqual(20);
  });

  test("the coach is silent on the first message and has a note for every one after it", () => {
    for (const path of all) {
      expect(path[1]?.coach.status).toBe("silent");
      for (const turn of path.slice(2)) expect(turn.coach.text).not.toBe("");
    }
  });

  test("every note passes its own check unchanged, with a label its last four did not have", () => {
    for (const path of all) {
      for (const [at, turn] of path.entries()) {
        if (at < 2) continue;
        const upTo = path.slice(0, at + 1);
        const sentences = mostNoteSentences(content, upTo);
        expect(checkNote(turn.coach.text, { path: upTo, content, sentences })).toEqual({
          ok: true,
          text: turn.coach.text,
          salvaged: false,
        });
        const label = noteLabel(turn.coach.text);
        expect(label).not.toBeNull();
        expect(
          path.slice(Math.max(0, at - labelMemory), at).map(({ coach }) => noteLabel(coach.text)),
        ).not.toContain(label);
      }
    }
  });

  test("a note is at most two sentences of about forty words, in the learner's own quoted words", () => {
    for (const path of all) {
      for (const { coach, learner } of path.slice(2)) {
        expect(coach.text.split(/\s+/u).length).toBeLessThanOrEqual(60);
        for (const quoted of quotationsIn(coach.text)) {
          expect(learner).toContain(quoted);
        }
      }
    }
  });

  test("a note on a turn that is on track is one sentence", () => {
    const onTrack = skilled.filter(
      (_, at) => at >= 2 && mostNoteSentences(content, skilled.slice(0, at + 1)) === 1,
    );
    expect(onTrack.length).toBeGreaterThan(0);
    for (const { coach } of onTrack) expect(sentencesOf(coach.text)).toHaveLength(1);
  });

  test("the partner's plausible view is asked for once, whoever talks, and the scripted coach names it once", () => {
    for (const path of all) {
      const due = path.filter((_, at) => at >= 2 && namesPartnerView(path.slice(0, at + 1)));
      expect(due).toHaveLength(1);
      const named = path.filter(({ coach }) => /\bown reason\b/u.test(coach.text));
      expect(named.map(({ ordinal }) => ordinal)).toEqual(due.map(({ ordinal }) => ordinal));
    }
  });
});

test("harder days are harder: the same rude learner is left sooner, and less is told", () => {
  const left = { easy: 0, real: 0, hard: 0 };
  for (const { content, learners } of seeded) {
    for (const difficulty of ["easy", "real", "hard"] as const) {
      left[difficulty] += lastOf(
        untilProposal(rehearse({ content, difficulty, lines: learners.rude })),
      ).ordinal;
    }
  }
  expect(left.hard).toBeLessThan(left.real);
  expect(left.real).toBeLessThan(left.easy);
});

function lastOf(path: Turn[]): Turn {
  const last = path.at(-1);
  if (!last) throw new Error("An empty path has no last turn");
  return last;
}
