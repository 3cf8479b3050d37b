import type { ChannelEvent } from "#app/streaming/channel-events.ts";
import type { ErrorCode } from "./protocol.ts";

/** Who may come in, and what they may do then: handed in by the process, because this room knows no feature and no table. */
export type Door = {
  /** Where a page of ours may be. */
  origins: string[];
  /** 401: nobody we know. 404: not there, or not theirs. */
  enter(cookies: string | null, conversationId: string): Promise<Visit | 401 | 404>;
};

/** One person in one conversation of theirs. */
export type Visit = {
  personId: string;
  /** Are they still signed in? */
  mayStay(): Promise<boolean>;
  /** The turn the conversation has come to; null once the conversation is gone. */
  latestTurn(): Promise<{ turnId: string; running: boolean } | null>;
  /** The same turn as by the form: taken (null), or why not. */
  say(turnId: string, text: string): Promise<ErrorCode | null>;
  /** Stops what still answers; false when something goes on regardless. */
  stop(): Promise<boolean>;
  /** Shows a turn from its beginning to its `turn` event; a signal that aborts ends it early. */
  watch(turnId: string, signal: AbortSignal): AsyncIterable<ChannelEvent>;
};

/** Ids and words of our own only: never a text, a cookie or a sound. */
export type SocketLog = {
  note(what: string, facts: Record<string, unknown>): void;
  failure(what: string, error: unknown): void;
};
