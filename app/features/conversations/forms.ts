import { z } from "zod";
import { endings } from "./conversation.ts";

const uuid = z.uuid().transform((id) => id.toLowerCase());

/**
 * Everything that can be posted to a conversation's room. The text is checked apart (`message-text.ts`): whatever is wrong
 * with the rest, what was typed must come back.
 */
export const roomFormSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("speak"),
    turnId: uuid,
    parent: z.union([uuid, z.literal("")]).optional(),
    text: z.string(),
  }),
  z.object({ intent: z.literal("stop") }),
  z.object({ intent: z.literal("retry"), turnId: uuid, lane: z.enum(["partner", "coach"]) }),
  z.object({
    intent: z.literal("end"),
    ending: z.union([z.enum(endings), z.literal("")]).optional(),
    accept: z.literal("yes").optional(),
  }),
]);

export type RoomForm = z.infer<typeof roomFormSchema>;

export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
