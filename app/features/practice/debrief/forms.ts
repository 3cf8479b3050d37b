import { z } from "zod";

const attempt = z.coerce.number().int().min(1).max(1_000).default(1);

/** What can be posted about a debrief: ask for it, stop what is being written, ask something about it. */
const debriefFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("debrief"), attempt }),
  z.object({ intent: z.literal("stop") }),
  z.object({
    intent: z.literal("ask"),
    questionId: z.uuid().transform((id) => id.toLowerCase()),
    text: z.string(),
    attempt,
  }),
]);

export type DebriefForm = z.infer<typeof debriefFormSchema>;

/** Null when it is none of these. */
export function debriefForm(fields: FormData): DebriefForm | null {
  const parsed = debriefFormSchema.safeParse(Object.fromEntries(fields));
  return parsed.success ? parsed.data : null;
}
