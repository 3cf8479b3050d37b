import { useEffect } from "react";
import { useRevalidator } from "react-router";
import type { DebriefOnPage } from "#app/features/coaching/debrief/page/debrief-on-page.ts";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import { useTurnStreams } from "./use-turn-streams.ts";

type Watched = DebriefOnPage & {
  id: string | null;
  growing: { id: string; reply: LaneReply; cursor: string }[];
};

/** The debrief as the server told it, with the words that have come since. */
export function useDebrief(debrief: Watched | null): DebriefOnPage | null {
  const { revalidate } = useRevalidator();
  const { lanesOf, follow } = useTurnStreams(
    `/conversation/${debrief?.conversationId ?? ""}/events`,
    () => void revalidate(),
  );
  useEffect(() => {
    for (const { id, reply, cursor } of debrief?.growing ?? [])
      follow(id, { partner: { status: "silent", text: "", attempt: 1 }, coach: reply }, cursor);
  }, [debrief?.growing, follow]);
  if (!debrief) return null;
  const newest = (id: string | null, reply: LaneReply): LaneReply => {
    const heard = id === null ? undefined : lanesOf[id]?.coach;
    // What the server knows of an attempt that has ended is the last word on it.
    return reply.status === "running" && heard?.attempt === reply.attempt ? heard : reply;
  };
  return {
    ...debrief,
    reply: debrief.reply && newest(debrief.id, debrief.reply),
    questions: debrief.questions.map((question) => ({
      ...question,
      answer: newest(question.id, question.answer),
    })),
  };
}
