import { frameworkHints } from "#app/features/coaching/coach-hints.ts";
import type { NoteKind } from "#app/features/coaching/coach-reading.ts";
import { fittingMove, unusedMoves } from "#app/features/coaching/fitting-move.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { hasAct, isPassive } from "#app/features/coaching/how-it-lands.ts";
import { fill } from "#app/features/coaching/note-writing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { alternativeTo, exampleOf } from "./alternatives.ts";
import { type Debrief, mostChanges, type Skill } from "#app/features/coaching/debrief/debrief.ts";
import { debriefText } from "#app/features/coaching/debrief/debrief-text.ts";
import { faultIn, gainIn, type NotedTurn, notedTurns, turnsAtFault } from "./noted-turn.ts";
import { pivotalTurn } from "#app/features/coaching/debrief/pivotal-turn.ts";
import { faultTold, planFor, strengthTold, worstKind } from "./scripted-findings.ts";

type About = { content: ScenarioContent; path: Turn[] };

/**
 * The debrief without a model: what the rules read in each message and how the partner's state took it, in the form a
 * model is asked for. It claims what it can quote, and nothing it would have to invent.
 */
export function scriptedDebrief({ content, path }: About): string {
  const turns = notedTurns(content, path);
  const debrief: Debrief = {
    strengths: strengths(content, turns),
    moment: moment(content, path, turns),
    changes: changes(content, path, turnsAtFault(turns)),
    plan: planFor(content, path, worstKind(turns)),
    skills: skills(content, turns),
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
  // The same turn may be a strength or a fault too: there it is told in other words.
  const told = pivotal.direction === "towards" ? strengthTold : faultTold;
  return {
    what: told(content, at, 1),
    instead: alternativeTo(content, at.kind, unusedMoves(content, at.way.slice(0, -1))),
  };
}

/** What hurt or gave away most; where nothing did, a move of the framework that was not tried. */
function changes(content: ScenarioContent, path: Turn[], weighed: NotedTurn[]): Debrief["changes"] {
  const unused = unusedMoves(content, path);
  const kinds = new Set<NoteKind>();
  const given: string[] = [];
  const told = weighed
    .filter(({ kind }) => kind !== "held" && !kinds.has(kind) && kinds.add(kind))
    .slice(0, mostChanges)
    .map((one) => {
      const instead = alternativeTo(content, one.kind, unused, given);
      given.push(instead);
      return { quoted: one.quoted, why: faultTold(content, one, 0), instead };
    });
  if (told.length > 0) return told;
  return unused.slice(0, 1).map((move) => ({
    quoted: null,
    why: fill(`${move.name} did not come up: ${frameworkHints[move.id] ?? move.what}.`, content),
    instead: exampleOf(content, move.id) ?? move.good,
  }));
}

/** Every move of the framework at the best it was seen; what was never seen was not observed. */
function skills(content: ScenarioContent, turns: NotedTurn[]): Skill[] {
  return frameworks[content.framework].moves.map(({ id }) => {
    const [best] = turns
      .filter(({ turn }) => fittingMove(content, turn)?.id === id)
      .map((one) => ({ level: levelOf(one), evidence: one.quoted }))
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
