import type { Beat, PartnerState, Turn } from "#app/features/conversations/conversation.ts";
import {
  hasAct,
  hasLeft,
  isConstructive,
  isPassive,
  isRepair,
  isRude,
} from "#app/features/coaching/reading/how-it-lands.ts";
import type { StateQuestion } from "#app/features/coaching/reading/state-question.ts";

/** Nobody gives way in the first exchange, whatever is said. */
const firstConcessionTurn = 2;
/** And nobody agrees to everything before this one. */
const firstAgreementTurn = 5;

/** Up to this turn a learner may still be coming to the point. */
const announcingTurns = 2;
/** At "hard" nothing is seen to land before this turn. */
const firstSoftTurnWhenHard = 3;

/** What the partner does in answer to a message; `now` holds the numbers after it and the rungs given before it. */
export function chooseBeat(question: StateQuestion, now: PartnerState): Beat {
  const { content, difficulty, before, moves, turn } = question;
  const repairs = isRepair(before, moves);
  if (hasLeft(before) && !repairs) return { does: "be-leaving" };
  if (isRude(moves)) return { does: "be-provoked" };
  if (hasAct(moves, "odd-talk")) return { does: "be-puzzled" };
  // An order as the very first words is as rude as an insult later on.
  if (turn === 1 && hasAct(moves, "demand")) return { does: "be-provoked" };
  if (repairs) return { does: "let-it-pass" };
  if (hasAct(moves, "give-in")) return { does: "be-relieved" };
  if (hasAct(moves, "magic-words", "repeat"))
    return unimpressedUnlessFirst(before, moves.topic, hasAct(moves, "repeat"));
  if (hasAct(moves, "unclear")) return unclearBefore(before) ? { does: "probe" } : { does: "be-puzzled" };
  if (isPassive(moves) || notYetSaid(question)) return { does: "probe" };

  const { disclosure } = content.difficulty[difficulty];
  const secret = content.persona.secrets.find(
    ({ id, trust }) =>
      moves.askedAbout.includes(id) &&
      !now.disclosed.includes(id) &&
      now.trust >= Math.max(0, trust + disclosure),
  );
  if (secret) return { does: "disclose", secret: secret.id };

  const concession = content.concessions[now.concessions];
  if (concession === undefined) return { does: "close", ending: "agreement" };
  const given = content.concessions[now.concessions - 1];
  const accepted = hasAct(moves, "accept") && given !== undefined;
  // A plain yes is a yes to what lies there; only one that brings something new may be answered with more.
  if (
    isConstructive(moves) &&
    !(accepted && moves.earned.length === 0) &&
    rungIsReached(question, now, turn)
  ) {
    return { does: "concede", concession: concession.id };
  }
  // Said a second time on the way out, it is a goodbye.
  const goodbye = hasAct(moves, "close") && before.at(-1)?.state.beat.does === "confirm";
  if (accepted && !goodbye) return { does: "confirm", concession: given.id };
  const earned = moves.earned[0];
  if (earned !== undefined && !tooEarlyToSoften(question)) return { does: "move", move: earned };
  return { does: "resist", topic: moves.topic };
}

/** Announced, or only greeted: the partner cannot answer what has not been said yet. */
function notYetSaid({ moves, turn }: StateQuestion): boolean {
  if (moves.earned.length > 0 || turn > announcingTurns) return false;
  if (hasAct(moves, "announce")) return true;
  if (hasAct(moves, "boundary", "own-part", "reflect", "offer")) return false;
  return turn === 1 && moves.topic === null && moves.askedAbout.length === 0;
}

/** A hard partner hears the first good sentence and does not let it show; a question is still answered. */
function tooEarlyToSoften({ difficulty, moves, turn }: StateQuestion): boolean {
  return difficulty === "hard" && turn < firstSoftTurnWhenHard && !hasAct(moves, "ask");
}

function rungIsReached(
  { content, difficulty, before }: StateQuestion,
  now: PartnerState,
  turn: number,
): boolean {
  const isLast = now.concessions === content.concessions.length - 1;
  if (turn < (isLast ? firstAgreementTurn : firstConcessionTurn)) return false;
  // A step takes a breath: a person who gives twice running was never resisting.
  if (before.at(-1)?.state.beat.does === "concede") return false;
  const threshold = content.difficulty[difficulty].ladder[now.concessions];
  if (threshold === undefined) return false;
  // The first step comes a turn after the ground was won: one good sentence does not turn a person round.
  const resistance =
    now.concessions === 0 ? (before.at(-1)?.state.resistance ?? now.resistance) : now.resistance;
  return Math.max(resistance, now.resistance) <= threshold;
}

function unimpressedUnlessFirst(before: Turn[], topic: string | null, repeated: boolean): Beat {
  const first = !repeated && !before.some((turn) => hasAct(turn.moves, "magic-words"));
  return first ? { does: "resist", topic } : { does: "be-unimpressed" };
}

function unclearBefore(before: Turn[]): boolean {
  return hasAct(before.at(-1)?.moves ?? null, "unclear");
}
