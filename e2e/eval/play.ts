import { ShownPart } from "#app/features/coaching/coded/shown-part.ts";
import type { Model, ModelRequest } from "#app/ai/model.ts";
import { type CheckedNote, checkNote } from "#app/features/coaching/notes/check-note.ts";
import { mostNoteSentences } from "#app/features/coaching/notes/coach-reading.ts";
import { coachRequest, firstCoachedTurn } from "#app/features/coaching/prompts/coach-prompt.ts";
import { partnerRequest } from "#app/features/coaching/prompts/partner-prompt.ts";
import { nextState, openingState } from "#app/features/coaching/partner/partner-state.ts";
import { readLearnerMoves } from "#app/features/coaching/reading/read-learner-moves.ts";
import type { LaneReply, Turn } from "#app/features/conversations/conversation.ts";
import { maxTokens } from "#app/features/practice/practice.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** One learner in one scenario. */
export type Casting = { scenario: string; learner: string; content: ScenarioContent; lines: string[] };

export type Played = Casting & {
  path: Turn[];
  /** What the coach wrote before any check, what the check made of it, and how many sentences it may have. */
  notes: { turn: Turn; raw: string; checked: CheckedNote; most: number }[];
  /** Calls that brought no words. */
  failures: number;
};

const difficulty: Difficulty = "real";

/** Plays a whole conversation with this model in both parts, one turn after the other, past every budget and database. */
export async function play(model: Model, casting: Casting): Promise<Played> {
  const { content, lines } = casting;
  let path: Turn[] = [opening(content)];
  const notes: Played["notes"] = [];
  let failures = 0;
  for (const learner of lines) {
    const asked = nextTurn(content, path, learner);
    const partner = await answer(
      model,
      partnerRequest({ content, difficulty, path: [...path, asked], maxTokens: maxTokens.partner }),
    );
    if (partner === "") failures += 1;
    let turn: Turn = { ...asked, partner: said(partner) };
    if (turn.ordinal >= firstCoachedTurn) {
      const upTo = [...path, turn];
      const raw = await noteOf(
        model,
        coachRequest({
          content,
          difficulty,
          timing: content.coachTiming,
          path: upTo,
          maxTokens: maxTokens.coach,
        }),
      );
      if (raw === "") failures += 1;
      const most = mostNoteSentences(content, upTo);
      const checked = checkNote(raw, { path: upTo, content, sentences: most });
      turn = { ...turn, coach: checked.ok ? said(checked.text) : { status: "failed", text: "", attempt: 1 } };
      notes.push({ turn, raw, checked, most });
    }
    path = [...path, turn];
  }
  return { ...casting, path, notes, failures };
}

/** What is shown of a coach's answer; the structured part after it is not. */
async function noteOf(model: Model, request: ModelRequest): Promise<string> {
  const shown = new ShownPart();
  const note = shown.push(await answer(model, request));
  return (note + shown.end()).trim();
}

/** The whole of one reply; nothing where there was none. */
export async function answer(model: Model, request: ModelRequest): Promise<string> {
  let text = "";
  for await (const event of model.reply(request, new AbortController().signal)) {
    if (event.type === "delta") text += event.text;
    else if (event.type === "end" && !["complete", "truncated"].includes(event.outcome.status)) return "";
  }
  return text.trim();
}

function opening(content: ScenarioContent): Turn {
  return {
    id: "turn-0",
    ordinal: 0,
    learner: null,
    partner: said(content.opener),
    coach: silent,
    moves: null,
    state: openingState(content, difficulty),
  };
}

function nextTurn(content: ScenarioContent, before: Turn[], learner: string): Turn {
  const moves = readLearnerMoves({ content, before, text: learner });
  return {
    id: `turn-${before.length}`,
    ordinal: before.length,
    learner,
    partner: { status: "running", text: "", attempt: 1 },
    coach: silent,
    moves,
    state: nextState({ content, difficulty, before, moves, turn: before.length }),
  };
}

const silent: LaneReply = { status: "silent", text: "", attempt: 1 };

function said(text: string): LaneReply {
  return { status: text === "" ? "failed" : "complete", text, attempt: 1 };
}
