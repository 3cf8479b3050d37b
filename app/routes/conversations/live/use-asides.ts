import { useEffect, useState } from "react";
import { useFetcher } from "react-router";
import { uuidv7 } from "uuidv7";
import type { Aside } from "#app/features/conversations/asides/aside.ts";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { RoomAnswer } from "#app/routes/conversations/room-answers.server.ts";
import type { Room } from "#app/routes/conversations/room.server.ts";
import { fresher } from "./heard-turns.ts";
import type { Lanes, useTurnStreams } from "./use-turn-streams.ts";

/** What is between the learner and the coach, with the fresher words of the streams, and the way to ask about a draft. */
export function useAsides(
  room: Room,
  { lanesOf, follow }: Pick<ReturnType<typeof useTurnStreams>, "lanesOf" | "follow">,
) {
  useEffect(() => {
    for (const { id, reply, cursor } of room.asides)
      if (reply.status === "running") follow(id, { partner: nobody, coach: reply }, cursor);
  }, [room, follow]);

  const { submit, state, data } = useFetcher<RoomAnswer>();
  /** An answer that something newer has made old. */
  const [past, setPast] = useState<RoomAnswer | null>(null);
  function checkDraft(text: string) {
    // The answer brings the room anew, and with it the aside to follow.
    const fields = { intent: "check-draft", asideId: uuidv7(), text, live: "yes" };
    void submit(fields, { method: "post" });
  }
  return {
    asides: room.asides.map((aside) => heardAside(aside, lanesOf)),
    checkDraft,
    checking: state !== "idle",
    failure: state === "idle" && data && !data.ok && data !== past ? data.message : null,
    forgetFailure: () => setPast(data ?? null),
  };
}

function heardAside<Known extends Aside>(aside: Known, lanesOf: Record<string, Lanes>): Known {
  const heard = lanesOf[aside.id];
  return heard ? { ...aside, reply: fresher(aside.reply, heard.coach) } : aside;
}

const nobody: LaneReply = { status: "silent", text: "", attempt: 1 };
