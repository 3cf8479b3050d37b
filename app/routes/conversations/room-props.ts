import type { ComponentProps } from "react";
import type { RoomView } from "#app/features/conversations/room-view.tsx";
import type { Room } from "./room.server.ts";
import type { LiveRoom } from "./live/use-room.ts";

/** The room's view, from what the server told and what has happened on the page since. */
export function roomProps(
  room: Room,
  live: LiveRoom,
): Omit<ComponentProps<typeof RoomView>, "preferences" | "panes"> {
  const { end } = room;
  const taken = room.turns.at(-1)?.ordinal ?? 0;
  const last = live.turns.at(-1)?.id ?? room.headTurnId;
  // Once something new stands on the page, that is what the next message continues.
  const rewound = last === room.headTurnId ? room.rewound : null;
  const settings = { difficulty: room.difficulty, coachMode: room.coachMode };
  return {
    conversationId: room.id,
    brief: {
      scenarioTitle: room.title,
      situation: room.brief.situation,
      learner: { role: room.brief.role, goal: room.brief.goal },
      before: room.brief.before,
      partner: room.partner,
      minutes: room.brief.minutes,
      expectedTurns: room.expectedTurns,
      settings,
    },
    onPaper: {
      scenario: { title: room.title, version: room.version },
      settings,
      startedAt: room.startedAt,
      url: room.url,
      branch: room.branch,
      redLine: room.brief.before.redLine,
    },
    turns: Math.max(taken, live.turns.at(-1)?.ordinal ?? 0),
    expectedTurns: room.expectedTurns,
    ended: end !== null,
    scripted: room.scripted,
    turnsOnPage: live.turns,
    coachOn: room.coachMode !== "off",
    asides: live.asides,
    askCoach:
      end || room.coachMode === "off"
        ? null
        : {
            asideId: room.nextAsideId,
            nextRung: room.nextRung,
            keptText: live.asideKept.text,
            error: live.asideKept.error,
          },
    proposes: rewound ? null : room.proposes,
    rewound: end ? null : rewound,
    composer: end
      ? null
      : {
          conversationId: room.id,
          turnId: live.turnId,
          // After going back it continues just that turn; otherwise whatever its branch has come to when it arrives.
          parentId: rewound ? last : null,
          tipId: rewound ? null : last,
          keptText: live.keptText,
          formerWords: room.formerWords,
          drafts:
            room.coachMode === "before-sending"
              ? {
                  asideId: room.nextAsideId,
                  draft:
                    live.asides.find(({ id }) => id === room.draftId && last === room.headTurnId) ?? null,
                  ordinal: taken,
                  checking: live.checking,
                  onCheck: live.checkDraft,
                }
              : null,
          error: live.error,
          answering: live.answering,
          going: live.going,
          ownMessages: live.turns.flatMap(({ learner }) => learner ?? []),
          unsent: live.unsent,
          isTaken: (turnId) => room.turns.some(({ id }) => id === turnId) || room.elsewhere.includes(turnId),
          turnsLeft: live.spent ? 0 : room.budget.turns,
          budgetLow: room.budget.low,
          onSpeak: live.speak,
          onStop: live.stop,
          onRefresh: live.refresh,
        },
    notice: end && { end, late: live.error === null ? null : { text: live.keptText, why: live.error } },
  };
}
