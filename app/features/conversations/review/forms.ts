import { z } from "zod";
import { endings } from "#app/features/conversations/conversation.ts";

/** What can be posted to a review: how the learner says it ended, or that it should go on after all. */
const reviewFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("tell-ending"), ending: z.enum(endings) }),
  z.object({ intent: z.literal("reopen") }),
]);

export type ReviewForm = z.infer<typeof reviewFormSchema>;

/** Null when it is none of these. */
export function reviewForm(fields: FormData): ReviewForm | null {
  const parsed = reviewFormSchema.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}
