import { data, redirect } from "react-router";
import { endConversation } from "#app/features/conversations/end-conversation.server.ts";
import { isUuid, type RoomForm, roomFormSchema } from "#app/features/conversations/forms.ts";
import { readMessageText, typedText } from "#app/features/conversations/message-text.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import { chooseBranch, rewindTurn } from "#app/features/practice/turns/choose-branch.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { retryLane } from "#app/features/practice/lanes/retry-lane.server.ts";
import { switchCoach } from "#app/features/conversations/coach-mode/switch-coach.server.ts";
import { stopConversation } from "#app/features/practice/turns/stop-turn.server.ts";
import { type Known, takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";
import type { Site } from "#app/middleware/contexts.ts";
import { isDatabaseAway } from "#db/failures.ts";
import { ask, hint, retryAnswer } from "./aside-actions.server.ts";
import { preferencesCookie, preferencesIn } from "./preferences-cookie.server.ts";
import { back, boxOf, refuse, type RoomAnswer, waitForRepliesMs } from "./room-answers.server.ts";

/** What of the browser a form's answer may depend on. */
export type Browser = { cookies: string | null; site: Site };

/** Does what the form asks; a database that is away costs no typed word either, not even one that does not tell whose it is. */
export async function answerForm(
  practice: Practice,
  theirs: () => Promise<Known>,
  fields: FormData,
  browser: Browser,
) {
  try {
    return await doWhatIsAsked(practice, await theirs(), fields, browser);
  } catch (error) {
    if (isDatabaseAway(error))
      return refuse("away", null, typedText(fields), {
        turnId: sentId(fields),
        box: boxOf(fields),
      });
    throw error;
  }
}

/** `live`: a browser that will watch the stream and need not wait. */
async function doWhatIsAsked(practice: Practice, known: Known, fields: FormData, browser: Browser) {
  const { conversation } = known;
  const text = typedText(fields);
  const form = readForm(fields);
  if (!form) return refuse("out-of-date", conversation, text, { box: boxOf(fields) });
  // Refused before anything is held back or promised.
  if (practice.draining && startsRuns.includes(form.intent))
    return refuse("stopping", conversation, text, { box: boxOf(fields) });
  const live = fields.get("live") === "yes";
  switch (form.intent) {
    case "speak":
      return speak(practice, known, form, live);
    case "retry": {
      const retried = await retryLane(practice, conversation, form);
      if (!retried.ok && retried.reason === "not-found" && form.lane === "coach")
        return retryAnswer(practice, conversation, form.turnId, live);
      if (!retried.ok) return refuse(retried.reason, conversation, text);
      return shown(practice, conversation, form.turnId, retried.ordinal, live);
    }
    case "ask":
    case "check-draft":
      return ask(practice, conversation, form, live);
    case "hint":
      return hint(practice, conversation, form.rung, live);
    case "coach-mode":
      if (!(await switchCoach(practice.db, conversation, form.mode)))
        return refuse("ended", conversation, text);
      return live ? data<RoomAnswer>({ ok: true }) : back(conversation);
    case "rewind":
      return rewind(practice, conversation, form.turnId, browser);
    case "show-branch": {
      const shownBranch = await chooseBranch(practice, conversation, form.turnId);
      if (!shownBranch.ok) return refuse(shownBranch.reason, conversation, text);
      return back(conversation, `#turn-${shownBranch.ordinal}`);
    }
    case "stop":
      if (!(await stopConversation(practice, conversation, form.turnId)))
        return refuse("still-running", conversation, text);
      return live
        ? data<RoomAnswer>({ ok: true })
        : back(conversation, form.turnId ? `?view=coach#aside-${form.turnId}` : "");
    case "end":
      return end(practice, conversation, form);
    case "prefer":
      return prefer(conversation, form, browser);
  }
}

async function speak(
  practice: Practice,
  known: Known,
  form: Extract<RoomForm, { intent: "speak" }>,
  live: boolean,
) {
  const { conversation } = known;
  const message = readMessageText(form.text);
  if (!message.ok) return refuse(message.reason, conversation, form.text, { characters: message.characters });
  const { turnId, parent, tip } = form;
  const spoken = { turnId, parentId: parent || null, tipId: tip || null, text: message.text };
  const taken = await takeTurn(practice, conversation, spoken, known);
  if (!taken.ok) return refuse(taken.reason, conversation, form.text);
  return shown(practice, conversation, turnId, taken.ordinal, live);
}

async function shown(
  practice: Practice,
  conversation: Conversation,
  turnId: string,
  ordinal: number,
  live: boolean,
) {
  if (live) return data<RoomAnswer>({ ok: true });
  await untilSettled(practice, conversation, turnId, waitForRepliesMs);
  return back(conversation, `#turn-${ordinal}`);
}

/** Leads to the room as it was before that message, which stands in the box to be changed or sent again. */
async function rewind(
  practice: Practice,
  conversation: Conversation,
  turnId: string,
  { cookies, site }: Browser,
) {
  const rewound = await rewindTurn(practice, conversation, turnId);
  if (!rewound.ok) return refuse(rewound.reason, conversation, "");
  const preferences = await preferencesIn(cookies);
  const { read } = preferences;
  const to = `/conversation/${conversation.id}?again=${turnId}#text`;
  // Notes are counted as read by their turn's number, and the next turn with this number is another one.
  if (read?.conversation !== conversation.id || read.turn < rewound.ordinal) return redirect(to, 303);
  const kept = { ...preferences, read: { ...read, turn: rewound.ordinal - 1 } };
  return redirect(to, { status: 303, headers: { "Set-Cookie": await preferencesCookie(site, kept) } });
}

async function end(
  practice: Practice,
  conversation: Conversation,
  form: Extract<RoomForm, { intent: "end" }>,
) {
  const [head] = (await branchOf(practice.db, conversation, conversation.headTurnId)).slice(-1);
  // Whoever leaves without a word has left. What the partner proposed and the learner takes was the partner's to offer.
  const ending = form.ending || "someone-leaves";
  const by = form.accept === "yes" && ending === head?.state.proposes ? "partner" : "learner";
  await endConversation(practice.db, conversation, { ending, by });
  // Only now: a message that crossed with the end was either taken before it, and is stopped here, or is refused.
  await stopConversation(practice, conversation);
  return redirect(`/conversation/${conversation.id}/debrief`, 303);
}

async function prefer(
  conversation: Conversation,
  { intent: _, read, turn, ...wanted }: Extract<RoomForm, { intent: "prefer" }>,
  { cookies, site }: Browser,
) {
  const before = await preferencesIn(cookies);
  const preferences = {
    ...before,
    ...wanted,
    read: read === undefined ? before.read : { conversation: conversation.id, turn: read },
  };
  // What was chosen under a turn is looked at there.
  const place = turn === undefined ? "" : `#turn-${turn}`;
  return redirect(`/conversation/${conversation.id}${place}`, {
    status: 303,
    headers: { "Set-Cookie": await preferencesCookie(site, preferences) },
  });
}

/** Null when a field is missing, malformed or given twice: nothing then says which one was meant. */
function readForm(fields: FormData): RoomForm | null {
  const names = [...fields.keys()];
  if (new Set(names).size < names.length) return null;
  const parsed = roomFormSchema.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}

/** Intents that ask a model for something. */
const startsRuns: RoomForm["intent"][] = ["speak", "retry", "ask", "check-draft"];

function sentId(fields: FormData): string | null {
  const turnId = fields.get("turnId");
  return typeof turnId === "string" && isUuid(turnId) ? turnId : null;
}
