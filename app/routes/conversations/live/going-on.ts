import type { Going } from "#app/features/conversations/composer/composer-words.ts";
import type { Connection } from "#app/streaming/follow-turn.ts";

/** Of all that goes on in the room, what the learner should know most. */
export function goingOn(now: {
  offline: boolean;
  /** The connection has been away for a moment. */
  missed: boolean;
  connection: Connection;
  stopping: boolean;
  slow: boolean;
  answering: boolean;
  noting: boolean;
}): Going {
  if (now.offline) return "offline";
  if (now.connection === "cut") return "cut";
  if (now.missed) return "reconnecting";
  if (now.stopping) return "stopping";
  if (now.slow) return "slow";
  if (now.answering) return "answering";
  return now.noting ? "noting" : "idle";
}
