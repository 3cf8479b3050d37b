import type { Fork } from "#app/features/conversations/branches/branch.ts";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";
import type { Room } from "#app/routes/conversations/room.server.ts";
import type { Sent } from "./use-sending.ts";
import type { Lanes } from "./use-turn-streams.ts";

type Sending = {
  sent: Sent | null;
  /** What was sent before it and answered, oldest first. */
  before: Sent[];
  takeBack: () => void;
};

/** The server's turns with the fresher words of the streams, and the messages that the server does not show yet. */
export function heardTurns(
  room: Room,
  { sent, before, takeBack }: Sending,
  lanesOf: Record<string, Lanes>,
): TurnOnPage[] {
  const turns = room.turns.map((turn): TurnOnPage => {
    const heard = lanesOf[turn.id];
    if (!heard) return turn;
    const lanes = { partner: fresher(turn.partner, heard.partner), coach: fresher(turn.coach, heard.coach) };
    // A turn that has ended stays the same object, and is not drawn again with each word of the next.
    return lanes.partner === turn.partner && lanes.coach === turn.coach ? turn : { ...turn, ...lanes };
  });
  // Whoever goes back goes on from there: what was said after it stands on another branch.
  const goesOn = sent?.parentId ? [] : before;
  for (const message of sent ? [...goesOn, sent] : []) {
    if (turns.some(({ id }) => id === message.turnId) || room.elsewhere.includes(message.turnId)) continue;
    turns.push(turnOf(message, (turns.at(-1)?.ordinal ?? 0) + 1, { room, lanesOf, takeBack }));
  }
  return turns;
}

function turnOf(
  message: Sent,
  ordinal: number,
  { room, lanesOf, takeBack }: { room: Room; lanesOf: Record<string, Lanes>; takeBack: () => void },
): TurnOnPage {
  const turn = {
    id: message.turnId,
    ordinal,
    learner: message.text.trim(),
    coachMode: room.coachMode,
    fork: forkOf(room, message),
    ...(lanesOf[message.turnId] ?? waitingLanes(room)),
  };
  switch (message.state) {
    case "taken":
      return turn;
    case "sending":
      return { ...turn, delivery: { state: "sending" } };
    case "offline":
      return { ...turn, ...nobodyAnswers, delivery: { state: "offline", takeBack } };
  }
}

/** After going back, what is said next is one more way on from there; the server will say so too. */
function forkOf({ rewound, headTurnId }: Room, { parentId }: Sent): Fork | null {
  if (rewound === null || parentId !== headTurnId) return null;
  const { times, ...previous } = rewound;
  return { number: times + 1, of: times + 1, previous, next: null };
}

/** How the lanes of the next turn stand until anything is heard of it. */
export function waitingLanes({ coachMode, turns }: Room): Lanes {
  const silent = coachMode !== "after-each-turn" || rehearsedTurns(turns).length <= 1;
  return { partner: running, coach: silent ? quiet : running };
}

/** The newer attempt; of the same one what has ended on the server is the truth, and while it runs the stream is ahead. */
export function fresher(stored: LaneReply, heard: LaneReply): LaneReply {
  if (heard.attempt !== stored.attempt) return heard.attempt > stored.attempt ? heard : stored;
  return stored.status === "running" ? heard : stored;
}

const running: LaneReply = { status: "running", text: "", attempt: 1 };
const quiet: LaneReply = { status: "silent", text: "", attempt: 1 };
const nobodyAnswers: Lanes = { partner: quiet, coach: quiet };
