import { frameworkHints } from "#app/features/coaching/notes/coach-hints.ts";
import type { NoteKind } from "#app/features/coaching/notes/coach-reading.ts";
import { fittingMove, movesShown, unusedMoves } from "#app/features/coaching/reading/fitting-move.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { hasAct, isPassive } from "#app/features/coaching/reading/how-it-lands.ts";
import { fill } from "#app/features/coaching/notes/note-writing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { alternativeTo, exampleOf } from "./alternatives.ts";
import { type Debrief, levels, mostChanges, type Skill } from "#app/features/coaching/debrief/debrief.ts";
import { debriefText } from "#app/features/coaching/debrief/debrief-text.ts";
import { faultIn, gainIn, type NotedTurn, notedTurns, turnsAtFault } from "./noted-turn.ts";
import { findVerbatim } from "#app/features/coaching/debrief/verbatim.ts";
import { pivotalTurn } from "#app/features/coaching/debrief/pivotal-turn.ts";
import { faultTold, planFor, strengthTold, worstKind } from "./scripted-findings.ts";

type About = { content: ScenarioContent; path: Turn[] };

/**
 * The debrief without a model: what the rules read in each message and how the partner's state took it, in the form a
 * model is asked for. It claims what it can quote, and nothing it would have to invent.
 */
export function scriptedDebrief({ content, path }: About): string {
  const turns = notedTurns(content, path);
  const shown = skills(content, path, turns);
  const turning = moment(content, path, turns);
  const debrief: Debrief = {
    strengths: strengths(content, turns),
    moment: turning,
    changes: changes(content, path, { weighed: turnsAtFault(turns), shown, given: turning?.instead ?? null }),
    plan: planFor(content, path, worstKind(turns)),
    skills: shown,
  };
  const { moves } = frameworks[content.framework];
  return debriefText(debrief, (id) => moves.find((move) => move.id === id)?.name ?? id);
}

const worked: readonly NoteKind[] = ["well-done", "listened", "agreed", "accepted", "repaired"];

/** The turns that won most ground, the better one first; two different moves where there are two. */
function strengths(content: ScenarioContent, turns: NotedTurn[]): Debrief["strengths"] {
  const good = turns
    .filter((one) => worked.includes(one.kind) && gainIn(one) > 0)
    .sort((a, b) => gainIn(b) - gainIn(a));
  const [first] = good;
  if (!first) return [];
  const move = ({ turn }: NotedTurn) => fittingMove(content, turn)?.id;
  const second = good.slice(1).find((one) => move(one) !== move(first)) ?? good[1];
  return [first, ...(second ? [second] : [])].map((one, at) => ({
    ...one.quoted,
    why: strengthTold(content, one, 2 * at),
  }));
}

function moment(content: ScenarioContent, path: Turn[], turns: NotedTurn[]): Debrief["moment"] {
  const pivotal = pivotalTurn(path);
  const at = turns.find(({ turn }) => turn.id === pivotal?.turnId);
  if (!pivotal || !at) return null;
  // The same turn may be a strength or a fault too: there it is told in other words. What was good needs no other words.
  if (pivotal.direction === "towards") return { what: strengthTold(content, at, 1), instead: null };
  return {
    what: faultTold(content, at, 1),
    instead: alternativeTo(content, at.kind, unusedMoves(content, at.way.slice(0, -1))),
  };
}

type Weighed = { weighed: NotedTurn[]; shown: Skill[]; given: string | null };

/** What hurt or gave away most; where nothing did, a move that was not tried, else the one least done. */
function changes(
  content: ScenarioContent,
  path: Turn[],
  { weighed, shown, given: first }: Weighed,
): Debrief["changes"] {
  const unused = unusedMoves(content, path);
  const kinds = new Set<NoteKind>();
  const given = first === null ? [] : [first];
  const told = weighed
    .filter(({ kind }) => kind !== "held" && !kinds.has(kind) && kinds.add(kind))
    .slice(0, mostChanges)
    .map((one) => {
      const instead = alternativeTo(content, one.kind, unused, given);
      given.push(instead);
      return { quoted: one.quoted, why: faultTold(content, one, 0), instead };
    });
  if (told.length > 0) return told;
  const [untried] = unused;
  if (untried) {
    const why = `${untried.name} did not come up: ${frameworkHints[untried.id] ?? untried.what}.`;
    return [{ quoted: null, why: fill(why, content), instead: exampleFor(content, untried.id, given) }];
  }
  return leastDone(content, shown).map(({ skill, move }) => ({
    quoted: skill.evidence,
    why: fill(`${move.name} is the move to go on with: ${frameworkHints[move.id] ?? move.what}.`, content),
    instead: exampleFor(content, move.id, given),
  }));
}

function leastDone(content: ScenarioContent, shown: Skill[]) {
  const [skill] = shown.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const move = frameworks[content.framework].moves.find(({ id }) => id === skill?.move);
  return skill && move ? [{ skill, move }] : [];
}

/** The author's example of this move, else the framework's; never one that stands in the debrief already. */
function exampleFor(content: ScenarioContent, id: string, given: string[]): string {
  const good = frameworks[content.framework].moves.find((move) => move.id === id)?.good ?? "";
  const authored = exampleOf(content, id);
  return authored === null || given.includes(authored) ? good : authored;
}

/** Every move of the framework at the best it was seen; what was never seen was not observed. */
function skills(content: ScenarioContent, path: Turn[], turns: NotedTurn[]): Skill[] {
  const shownIn = new Map(movesShown(content, path).map((shown, at) => [path[at]?.id, shown]));
  return frameworks[content.framework].moves.map(({ id }) => {
    const [best] = turns
      .flatMap((one) => {
        const words = shownIn.get(one.turn.id)?.find((shown) => shown.id === id)?.phrase;
        if (words === undefined) return [];
        const said = { turnId: one.turn.id, ordinal: one.turn.ordinal, text: one.turn.learner ?? "" };
        const evidence = findVerbatim(words, [said]);
        return evidence ? [{ level: levelOf(one), evidence }] : [];
      })
      .sort((a, b) => upwards.indexOf(b.level) - upwards.indexOf(a.level));
    return { move: id, ...(best ?? { level: "not-observed", evidence: null }) };
  });
}

const upwards = ["begun", "done", "done-well"] as const;

/** What came with a hard word, a hedge or a retreat was only begun; done well is what won ground. */
function levelOf(one: NotedTurn): (typeof upwards)[number] {
  const fault = faultIn(one.kind);
  const hedged = one.turn.moves !== null && (isPassive(one.turn.moves) || hasAct(one.turn.moves, "evade"));
  if (hedged || (fault !== null && fault !== "held")) return "begun";
  return gainIn(one) > 0 ? "done-well" : "done";
}
