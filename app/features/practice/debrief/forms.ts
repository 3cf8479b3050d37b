import { z } from "zod";
import { helpRegions } from "#app/features/conversations/help-card/help-resources.ts";

const uuid = z.uuid().transform((id) => id.toLowerCase());
const attempt = z.coerce.number().int().min(1).max(1_000).default(1);

/** What can be posted about a debrief: ask for it, stop what is being written, ask something about it, say where one is. */
const debriefFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("debrief"), attempt }),
  z.object({ intent: z.literal("stop") }),
  z.object({
    intent: z.literal("ask"),
    questionId: uuid,
    text: z.string(),
    attempt,
  }),
  // On a help card: whose numbers it shows, and the question it answers.
  z.object({ intent: z.literal("prefer"), region: z.enum(helpRegions), question: uuid }),
]);

export type DebriefForm = z.infer<typeof debriefFormSchema>;

/** Null when it is none of these. */
export function debriefForm(fields: FormData): DebriefForm | null {
  const parsed = debriefFormSchema.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}
