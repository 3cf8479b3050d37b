import { z } from "zod";
import { coachModes } from "#app/features/scenarios/coach-mode.ts";
import { rungs } from "./asides/aside.ts";
import { endings } from "./conversation.ts";
import { helpRegions } from "./help-card/help-resources.ts";
import { announceChoices, type RoomPreferences, shareLimits, usualPreferences } from "./room-preferences.ts";

const uuid = z.uuid().transform((id) => id.toLowerCase());

const share = z.number().min(shareLimits.least).max(shareLimits.most).multipleOf(shareLimits.step);
const ordinal = z.number().int().nonnegative();

/** A number as a page of ours writes it: "0x3c" and "6e1" were written by nobody here. */
const written = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const preference = {
  coach: z.enum(["shown", "hidden"]),
  announce: z.enum(announceChoices),
  shortcuts: z.enum(["on", "off"]),
  region: z.enum(helpRegions),
};

/**
 * Everything that can be posted to a conversation's room. The text is checked apart (`message-text.ts`): whatever is wrong
 * with the rest, what was typed must come back.
 */
export const roomFormSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("speak"),
    turnId: uuid,
    parent: z.union([uuid, z.literal("")]).optional(),
    tip: z.union([uuid, z.literal("")]).optional(),
    text: z.string(),
  }),
  z.object({ intent: z.enum(["rewind", "show-branch"]), turnId: uuid }),
  z.object({ intent: z.literal("ask"), asideId: uuid, text: z.string() }),
  z.object({ intent: z.literal("check-draft"), asideId: uuid, text: z.string() }),
  z.object({ intent: z.literal("hint"), rung: z.coerce.number().int().min(1).max(rungs) }),
  z.object({ intent: z.literal("coach-mode"), mode: z.enum(coachModes) }),
  // Without a turn (or aside) everything that still answers.
  z.object({ intent: z.literal("stop"), turnId: uuid.optional() }),
  z.object({ intent: z.literal("retry"), turnId: uuid, lane: z.enum(["partner", "coach"]) }),
  z.object({
    intent: z.literal("end"),
    ending: z.union([z.enum(endings), z.literal("")]).optional(),
    accept: z.literal("yes").optional(),
  }),
  z.object({
    intent: z.literal("prefer"),
    ...z
      .object({
        ...preference,
        share: written.pipe(share),
        read: written.pipe(ordinal),
        turn: written.pipe(ordinal),
      })
      .partial().shape,
  }),
]);

export type RoomForm = z.infer<typeof roomFormSchema>;

/** What was kept, each preference for itself: one that is missing or makes no sense is as usual. */
export const keptPreferencesSchema: z.ZodType<RoomPreferences> = z
  .object({
    coach: preference.coach.catch(usualPreferences.coach),
    share: share.catch(usualPreferences.share),
    announce: preference.announce.catch(usualPreferences.announce),
    shortcuts: preference.shortcuts.catch(usualPreferences.shortcuts),
    region: preference.region.nullable().catch(null),
    read: z.object({ conversation: uuid, turn: ordinal }).nullable().catch(null),
  })
  .catch(usualPreferences);

export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
