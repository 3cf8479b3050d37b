import type { Turn } from "#app/features/conversations/conversation.ts";
import type { CoachTiming, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { frameworkHints, hintCore, personaHint, stepTold } from "./coach-hints.ts";
import { nearerBy, praise } from "./coach-praise-notes.ts";
import { namesPartnerView, noteKind, soreSpot, unsaidMoves } from "./coach-reading.ts";
import type { NoteKind } from "./coach-reading.ts";
import { endingNexts, moveDone, outcomes } from "./coach-praise.ts";
import { viewNotes } from "./coach-view.ts";
import { acceptedWords, otherLanguageWords, repairedWords } from "./coach-answer-words.ts";
import { heldWords } from "./coach-held-words.ts";
import { noteWords } from "./coach-words.ts";
import { graveNotes } from "#app/features/coaching/grave/grave-answers.ts";
import { type Grave, graveIn } from "#app/features/coaching/grave/grave-words.ts";
import { hasAct } from "#app/features/coaching/reading/how-it-lands.ts";
import { meantPlaces, withoutFigures } from "#app/features/coaching/reading/keyword-meant.ts";
import { findAnyKeyword } from "#app/features/coaching/reading/keywords.ts";
import { fittingMove, quotedActs, unusedMoves } from "#app/features/coaching/reading/fitting-move.ts";
import { asksLeave, namesFloor } from "#app/features/coaching/reading/moves-in-sentence.ts";
import { isFreeLabel, noteLabel } from "./note-label.ts";
import { fill, firstName, freshFirst, note } from "./note-writing.ts";

type About = { content: ScenarioContent; timing: CoachTiming; path: Turn[] };

/**
 * What a scripted coach may note about the last turn, best first, in the shape every note has: label, the learner's own
 * phrase, what it does to this partner, and a next move where one is needed. Labels of the last four notes are left out.
 */
export function coachNotes(about: About): string[] {
  return candidates(about).filter((text) => isFreeLabel(noteLabel(text) ?? "", about.path));
}

function candidates(about: About): string[] {
  const kind = noteKind(about.content, about.path);
  const grave = graveIn(about.path.at(-1)?.learner ?? "", about.content);
  if (grave !== null && graveKinds[grave].includes(kind)) {
    const { labels, effects, nexts } = graveNotes[grave];
    return written(about.content, about.path, labels, effects, nexts);
  }
  const plain = plainNotes(about, kind);
  return namesPartnerView(about.path) ? [...viewNotes(about, kind, plain), ...plain] : plain;
}

const noPoint: readonly NoteKind[] = ["held", "evade", "repeat", "magic-words", "unclear", "listened"];
/** Kinds of turns in which what was said of life and death is all there is to note. */
const graveKinds: Record<Grave, readonly NoteKind[]> = {
  vile: ["insult", "threat", "blame", "sore-spot"],
  "in-danger": noPoint,
  death: noPoint,
};

function plainNotes(about: About, kind: NoteKind): string[] {
  switch (kind) {
    case "well-done":
    case "listened":
    case "agreed":
      return praise(about, kind);
    case "accepted":
      return acceptedNotes(about);
    case "repaired":
      return repairedNotes(about);
    case "other-language":
      return otherLanguageNotes(about);
    case "held":
      return heldNotes(about);
    default:
      return pointedNotes(about, kind);
  }
}

/** Says what the yes was to: a promise is taken, an admission is let stand. */
function acceptedNotes({ content, path, timing }: About): string[] {
  const turn = path.at(-1);
  const given = content.concessions[(turn?.state.concessions ?? 0) - 1];
  const step = given && timing === "after" ? stepTold(content, given.id) : null;
  // A yes to an admission is no deal: only what the partner will do is told as agreed.
  const told = step !== null && /\b(?:will|agrees|offers|asks)\b/u.test(step) ? step : null;
  const { labels, effects, nexts, allSaid, stands, standsLabels } = acceptedWords;
  if (turn?.state.proposes === null) return written(content, path, standsLabels, stands, []);
  const settled = turn?.moves ? hasAct(turn.moves, "offer") || turn.moves.earned.length > 0 : false;
  return written(
    content,
    path,
    labels,
    told === null ? effects : [`{quote} says yes, and that holds: ${told}.`],
    settled ? allSaid : nexts,
  );
}

/** Nothing stands in the way any more: on track, and one sentence. */
function repairedNotes({ content, path }: About): string[] {
  const { labels, effects } = repairedWords;
  return written(content, path, labels, effects, []);
}

/** The scripted voices say what they cannot do; nothing here is the learner's mistake. */
function otherLanguageNotes({ content, path }: About): string[] {
  const { labels, effects, nexts } = otherLanguageWords;
  return labels.map((label) => note(content, path, label, effects[0] ?? "", nexts[0]));
}

/** A turn that cost something: says plainly what it did, then the way back. */
function pointedNotes({ content, path }: About, kind: keyof typeof noteWords): string[] {
  const { labels, nexts } = noteWords[kind];
  const effects = noteWords[kind].effects.map((effect) =>
    effect.replace("{spot}", soreSpot(content, path) ?? ""),
  );
  const proposed = path.at(-1)?.state.proposes;
  const last = proposed && proposed !== "agreement" ? endingNexts[proposed] : [];
  const hints = backTo.includes(kind) ? hintsFor(content, path) : [];
  return written(content, path, labels, effects, [
    ...last,
    ...(last.length > 0 ? [] : alternately(path, nexts, hints)),
  ]);
}

/** Kinds where the learner has simply not said it yet, so a hint at what to say helps more than advice on tone. */
const backTo: readonly NoteKind[] = ["evade", "repeat"];

function heldNotes({ content, path }: About): string[] {
  const turn = path.at(-1);
  const moves = turn?.moves ?? null;
  if (turn && wavesAway(content, turn))
    return written(content, path, heldWords.refusedLabels, heldWords.refused, hintsFor(content, path));
  const move = turn && !hasAct(moves, "announce") ? fittingMove(content, turn) : null;
  const proposed = turn?.state.proposes ?? null;
  const asks = hasAct(moves, "ask");
  // Only words that ask are called a question.
  const asked = turn !== undefined && asks && quotedActs(content, turn).line.includes("?");
  const kept = (moves?.askedAbout.length ?? 0) > 0;
  if (turn && asked && proposed === null && !kept && asksLeave(quotedActs(content, turn).line)) {
    const { leaveLabels, leave, leaveNexts } = heldWords;
    return written(content, path, [...(move ? [move.name] : []), ...leaveLabels], leave, leaveNexts);
  }
  // A figure or a way out put as a question is known for what it puts on the table.
  if (asked && proposed === null && (kept || move === null || askingMoves.includes(move.id))) {
    return written(
      content,
      path,
      [...(move ? [move.name] : []), ...heldWords.askedLabels],
      kept ? heldWords.kept : heldWords.asked,
      kept ? heldWords.keptNexts : [...heldWords.askedNexts, ...hintsFor(content, path)],
    );
  }
  if (turn && move && proposed === null) {
    const yet = nearerBy(turn, path.at(-2)) < 0 ? outcomes.back : outcomes.still;
    const floor = move.id === "hold" && namesFloor(quotedActs(content, turn).line);
    const effects = (moveDone[floor ? "floor" : move.id] ?? []).flatMap((does) =>
      yet.map((effect) => `{quote} ${does}${effect}.`),
    );
    return written(content, path, [move.name, ...heldWords.fairLabels], effects, hintsFor(content, path));
  }
  if (turn && proposed === null && !/\p{L}/u.test(withoutFigures(quotedActs(content, turn).line)))
    return written(content, path, heldWords.ventedLabels, heldWords.vented, hintsFor(content, path));
  const topic = quotedTopic(content, path);
  const onTopic =
    topic === null ? [] : heldWords.onTopic.map((effect) => effect.replaceAll("{topic}", topic));
  const plain = asks ? heldWords.effects : [...heldWords.effects, heldWords.asksNothing];
  const effects = alternately(path, plain, onTopic);
  const nexts = proposed && proposed !== "agreement" ? endingNexts[proposed] : hintsFor(content, path);
  return written(content, path, heldWords.labels, effects, nexts);
}

const askingMoves: readonly string[] = [
  "silence",
  "ask-theirs",
  "invite",
  "open-question",
  "ask-permission",
  "ask-offer",
];

/** Whether a word that would move this partner was said only to refuse or to scorn it. */
function wavesAway({ persona }: ScenarioContent, { learner }: Turn): boolean {
  const line = (learner ?? "").toLowerCase().replaceAll("’", "'");
  return (
    persona.moves.some(({ keywords }) => findAnyKeyword(withoutFigures(line), keywords) !== null) &&
    persona.moves.every(({ keywords }) => meantPlaces(line, keywords).length === 0)
  );
}

/** The topic the quoted words themselves are about; a note may not say so of others. */
function quotedTopic({ persona }: ScenarioContent, path: Turn[]): string | null {
  const moves = path.at(-1)?.moves;
  const keywords = persona.positions.find(({ topic }) => topic === moves?.topic)?.keywords ?? [];
  return moves && findAnyKeyword(moves.phrase.toLowerCase(), keywords) ? moves.topic : null;
}

function written(
  content: ScenarioContent,
  path: Turn[],
  labels: string[],
  effects: string[],
  nexts: string[],
): string[] {
  const fresh = {
    labels: freshFirst(labels, path, content).filter((label) => isFreeLabel(label, path)),
    effects: freshFirst(effects, path, content),
    nexts: freshFirst(nexts, path, content),
  };
  return fresh.labels.map((label, at) =>
    note(
      content,
      path,
      label,
      fresh.effects[at % fresh.effects.length] ?? "",
      fresh.nexts[at % fresh.nexts.length] ?? "",
    ),
  );
}

/** Later than this, asking whether now is a good moment comes too late. */
const openingTurns = 3;

/** What to try now: what this partner has not heard yet, and the framework's moves not made yet, in turns. */
function hintsFor(content: ScenarioContent, path: Turn[]): string[] {
  const name = firstName(content);
  const ordinal = path.at(-1)?.ordinal ?? 0;
  const given = path.slice(0, -1).map(({ coach }) => coach.text.toLowerCase());
  // The verb changes with the way it is put, so a hint is known by its last words.
  const timesGiven = (what: string) =>
    given.filter((text) => text.includes(hintCore(what).toLowerCase().slice(-15))).length;
  const ofPersona = unsaidMoves(content, path)
    .sort((a, b) => timesGiven(a.what) - timesGiven(b.what))
    .map(({ what }, at) => personaHint(what, name, ordinal + at));
  const ofFramework = unusedMoves(content, path)
    .filter(({ id }) => id !== "ask-permission" || ordinal <= openingTurns)
    .map((move) => fill(`Try ${move.name}: ${frameworkHints[move.id] ?? move.what}.`, content));
  return alternately(path, ofPersona, ofFramework);
}

function alternately(path: Turn[], one: string[], other: string[]): string[] {
  const [first, second] = (path.at(-1)?.ordinal ?? 0) % 2 === 0 ? [one, other] : [other, one];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) => [first[at], second[at]])
    .flat()
    .filter((text) => text !== undefined);
}
