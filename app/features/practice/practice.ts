import type { Lane, Model } from "#app/ai/model.ts";
import type { Database } from "#db/client.server.ts";
import type { runs } from "#db/schema/runs.ts";
import type { FailPoint } from "./fail-points.ts";
import type { LaneKeeper } from "./lanes/lane-keeper.server.ts";
import type { LiveLanes } from "./lanes/live-lanes.ts";

/** What every deed of this feature needs; made once for each process. */
export type Practice = {
  db: Database;
  model: Model;
  /** Names this process in leases and logs. */
  instance: string;
  live: LiveLanes;
  keeper: LaneKeeper;
  timing: Timing;
  log: PracticeLog;
  /** The process is stopping: no new turns. */
  draining: boolean;
  /** Does nothing, except where a test wants the process to die. */
  reached(point: FailPoint): void;
};

/** Amounts, ids and words of our own only: never a text of a conversation. */
export type PracticeLog = (
  level: "info" | "warn" | "error",
  what: string,
  facts: Record<string, unknown>,
) => void;

export type Timing = {
  /** How much of a lane's text a crash may lose. */
  flushMs: number;
  /** How soon a stop that was asked for on another instance is seen; also renews the lease. */
  renewMs: number;
  /** How long a writer may be silent before somebody else settles its run; the database's clock decides. */
  leaseMs: number;
  /** How often an instance looks for runs whose writer is gone. */
  sweepMs: number;
  /** How often a viewer looks when another instance writes. */
  pollMs: number;
  /** A comment line keeps proxies from closing a quiet stream. */
  heartbeatMs: number;
  /** How soon a stream notices that its viewer was signed out, shut out or given another place. */
  recheckMs: number;
  /** How long a stream waits for a turn that has not been posted yet. */
  holdMs: number;
  /** How long a coach waits for the previous turn's note. */
  previousNoteMs: number;
};

export const defaultTiming: Timing = {
  flushMs: 250,
  renewMs: 1_000,
  leaseMs: 20_000,
  sweepMs: 10_000,
  pollMs: 500,
  heartbeatMs: 15_000,
  recheckMs: 30_000,
  holdMs: 10_000,
  previousNoteMs: 30_000,
};

/** The longest answers, in tokens: four sentences of a partner, two of a coach, with room for other scripts. */
export const maxTokens: Record<Lane, number> = { partner: 300, coach: 240 };

/** What the last answers that a budget carries may be shortened to; shorter ones would be cut in every second sentence. */
export const leastMaxTokens: Record<Lane, number> = { partner: 150, coach: 200 };

/** The longest debrief, in tokens: two strengths, a moment, two changes, a plan and up to seven moves. */
export const maxDebriefTokens = 900;
/** With less it would end before the first thing to change. */
export const leastDebriefTokens = 400;

/** What a run answers: a turn, or something that stands beside the turns. */
export type Subject = (typeof runs.$inferSelect)["subject"];

/** One model call in progress, as its writer knows it. */
export type Run = {
  id: string;
  conversationId: string;
  /** What it answers, and which of those that is. Only a turn has lines of its own in the transcript. */
  subject: Subject;
  subjectId: string;
  lane: Lane;
  attempt: number;
  fence: number;
  payerId: string;
  /** Weighted tokens held back. */
  reserved: number;
  /** What the model is told it may answer at most; part of what was reserved. */
  maxTokens: number;
  /** The only lane of its turn that speaks. Left out where whoever begins it does not know. */
  isAlone?: boolean;
};
