import { describe, expect, test } from "vitest";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse, untilProposal } from "#app/features/coaching/testing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import { checkDebrief, saidIn } from "#app/features/coaching/debrief/check-debrief.ts";
import { levels, mostChanges, mostStrengths } from "#app/features/coaching/debrief/debrief.ts";
import { readDebrief } from "#app/features/coaching/debrief/read-debrief.ts";
import { rubricOf } from "#app/features/coaching/debrief/rubric.ts";
import { scriptedDebrief } from "./scripted-debrief.ts";
import { partnerThoughts } from "#app/features/coaching/debrief/thoughts/partner-thoughts.ts";

describe.each(seeded)("$slug", ({ content, learners }) => {
  const paths = {
    rude: untilProposal(rehearse({ content, lines: learners.rude })),
    passive: untilProposal(rehearse({ content, lines: learners.passive })),
    skilled: untilProposal(rehearse({ content, lines: learners.skilled })),
  };
  const debriefOf = (path: Turn[]) =>
    readDebrief(scriptedDebrief({ content, path }), {
      framework: content.framework,
      said: saidIn(path),
    });
  const highest = (path: Turn[]) =>
    Math.max(...debriefOf(path).debrief.skills.map(({ level }) => levels.indexOf(level)));

  test("a skilled rehearsal has two strengths in the learner's own words, and moves done well", () => {
    const { debrief } = debriefOf(paths.skilled);
    expect(debrief.strengths).toHaveLength(mostStrengths);
    expect(highest(paths.skilled)).toBe(3);
    for (const { quote, ordinal } of debrief.strengths)
      expect(paths.skilled[ordinal]?.learner).toContain(quote);
  });

  test("a rude one scores low and is praised for nothing; a passive one shows little", () => {
    expect(debriefOf(paths.rude).debrief.strengths).toEqual([]);
    expect(highest(paths.rude)).toBeLessThanOrEqual(1);
    expect(debriefOf(paths.passive).debrief.strengths).toEqual([]);
    expect(highest(paths.passive)).toBeLessThanOrEqual(2);
    expect(highest(paths.passive)).toBeLessThan(highest(paths.skilled));
  });

  test.each(["rude", "passive", "skilled"] as const)(
    "the debrief of a %s one is whole, passes its own check unchanged, and quotes nothing that was not said",
    (learner) => {
      const path = paths[learner];
      const text = scriptedDebrief({ content, path });
      expect(checkDebrief(text, { path, content })).toEqual({ ok: true, text, dropped: 0 });
      const { debrief } = debriefOf(path);
      expect(debrief.changes.length).toBeGreaterThan(0);
      expect(debrief.changes.length).toBeLessThanOrEqual(mostChanges);
      expect(debrief.plan).toMatch(/^If .+, then I will .+\.$/u);
      expect(debrief.moment).not.toBeNull();
      expect(debrief.skills.map(({ move }) => move)).toEqual(
        frameworks[content.framework].moves.map(({ id }) => id),
      );
      for (const { level, evidence } of debrief.skills)
        expect(evidence === null).toBe(level === "not-observed");
      // No placeholder of ours, and nothing of a coach's "great job".
      expect(text).not.toMatch(/[{}]|undefined|great job/u);
      expect(text.length / 4).toBeLessThan(900);
    },
  );

  test("the partner's thoughts follow every turn and tell nothing that stayed secret", () => {
    for (const path of Object.values(paths)) {
      const thoughts = partnerThoughts(content, path);
      expect(thoughts.map(({ ordinal }) => ordinal)).toEqual(path.map(({ ordinal }) => ordinal));
      for (const { thought } of thoughts) {
        expect(thought).toMatch(/^\p{Lu}.+\.$/u);
        expect(thought).not.toMatch(/[{}]|undefined|\d+\/10/u);
      }
      const disclosed = path.at(-1)?.state.disclosed ?? [];
      const told = thoughts.map(({ thought }) => thought).join(" ");
      for (const { id, fact } of content.persona.secrets)
        if (!disclosed.includes(id)) expect(told).not.toContain(fact);
    }
  });
});

test("every move of every framework has a level for each thing that can be seen", () => {
  for (const { id } of Object.values(frameworks))
    for (const { anchors } of rubricOf(id)) expect(new Set(Object.values(anchors)).size).toBe(3);
});
