import { z } from "zod";
import { endings } from "#app/features/conversations/conversation.ts";

/** What can be posted to a review: how it ended, that it should go on after all, that an account is not wanted now. */
const reviewFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("tell-ending"), ending: z.enum(endings) }),
  z.object({ intent: z.literal("reopen") }),
  z.object({ intent: z.literal("dismiss-link") }),
]);

export type ReviewForm = z.infer<typeof reviewFormSchema>;

/** Null when it is none of these. */
export function reviewForm(fields: FormData): ReviewForm | null {
  const parsed = reviewFormSchema.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}
