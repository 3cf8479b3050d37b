// The small build of zod: this file may become part of the room's JavaScript.
import * as z from "zod/mini";
import {
  type LaneDelta,
  type LaneDone,
  readChannelEvent,
  type TurnDone,
} from "#app/streaming/channel-events.ts";

/** Made by the client, so that a message sent again after a cut is the same turn. */
const turnId = z.uuid().check(z.toLowerCase());

const clientMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("say"), turnId, text: z.string() }),
  // Without a `turnId` the server makes one; a client that may have to send its audio again had better name it.
  z.object({
    type: z.literal("audio-start"),
    format: z.string().check(z.minLength(1), z.maxLength(100)),
    turnId: z.optional(turnId),
  }),
  z.object({ type: z.literal("audio-end") }),
  z.object({ type: z.literal("stop") }),
]);

/** What a client may say in a text frame. Binary frames are audio, between `audio-start` and `audio-end`. */
export type ClientMessage = z.infer<typeof clientMessage>;

/** Why something was not done; the words for people are the page's. */
export const errorCodes = [
  /** No JSON of this protocol, or audio that nothing announced. The third one closes the connection with 1003. */
  "bad-message",
  "empty",
  "too-long",
  "other-text",
  "unknown-parent",
  "not-found",
  "busy",
  "resting",
  "ended",
  "no-budget",
  /** A guest's place is somebody else's by now; their access has ended. */
  "no-seat",
  "access-over",
  /** What everybody together may spend today is spent; until midnight UTC. */
  "site-limit",
  /** The service is restarting, or cannot reach its database: say it again under the same `turnId`. */
  "stopping",
  "away",
  /** What was to be stopped has not ended yet. */
  "still-running",
  "unknown-format",
  /** Speech could not be understood, or not be made; the words are there all the same. */
  "voice-failed",
  "failed",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

const transcript = z.object({ type: z.literal("transcript"), text: z.string(), final: z.boolean() });
const refusal = z.object({
  type: z.literal("error"),
  code: z.enum(errorCodes),
  /** Which `say` it is about, where it is about one. */
  turn: z.optional(z.string()),
});

/** What the server tells in text frames: the two channels as over the events, and what only speech needs. */
export type ServerMessage =
  | ({ type: "partner" | "coach" } & (LaneDelta | LaneDone))
  /** Always the last of its turn, its speech included. */
  | ({ type: "turn" } & TurnDone)
  | z.infer<typeof transcript>
  | z.infer<typeof refusal>;

/** Null for anything that is not of the protocol. */
export function readClientMessage(text: string): ClientMessage | null {
  const parsed = clientMessage.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** Null for anything that is not of the protocol (a newer server may say more). */
export function readServerMessage(text: string): ServerMessage | null {
  const json = parseJson(text);
  const named = z.object({ type: z.string() }).safeParse(json);
  if (!named.success) return null;
  const { type } = named.data;
  if (type === "transcript") return transcript.safeParse(json).data ?? null;
  if (type === "error") return refusal.safeParse(json).data ?? null;
  const event = readChannelEvent(type, text);
  if (!event) return null;
  return event.channel === "turn" ? { type: "turn", ...event.data } : { type: event.channel, ...event.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
