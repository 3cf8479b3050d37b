import { z } from "zod";
import { type Feelings, readFeelings, textIn } from "#app/features/scenarios/before-start/before.ts";
import { endings } from "#app/features/conversations/conversation.ts";

/** In characters (code points). */
export const ownViewCharacters = 2_000;

/** What can be posted to a review: the learner's own view, how it ended, that it should go on after all, that an account is not wanted now. */
const reviewFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("tell-ending"), ending: z.enum(endings) }),
  z.object({ intent: z.literal("own-view") }),
  z.object({ intent: z.literal("reopen") }),
  z.object({ intent: z.literal("dismiss-link") }),
]);

export type ReviewForm = z.infer<typeof reviewFormSchema>;

/** Null when it is none of these. */
export function reviewForm(fields: FormData): ReviewForm | null {
  const parsed = reviewFormSchema.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}

export type OwnView = Feelings & { view: string };

/** Their own view, come back, and why: what kept it from being kept, or that they first see whom to call. */
export type ReturnedView = OwnView & { why: "too-long" | "goes-on" | "away" | "help" };

/** The learner's own view, checked apart: whatever is wrong with it, what was typed must come back. */
export function readOwnView(fields: FormData): { view: OwnView; tooLong: boolean } {
  const view = textIn(fields, "view");
  return { view: { view, ...readFeelings(fields) }, tooLong: Array.from(view).length > ownViewCharacters };
}
