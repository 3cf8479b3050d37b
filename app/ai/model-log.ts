import type { Lane } from "./model.ts";

/**
 * Where an adapter tells what became of a call; pino's loggers fit. The fields are a closed list on purpose: nothing
 * of a prompt, a reply or an error's own text can be put in.
 */
export interface ModelLog {
  info(fields: CallFields, message: string): void;
  warn(fields: CallFields, message: string): void;
  error(fields: CallFields, message: string): void;
}

export type CallFields = {
  lane: Lane;
  model: string;
  /** Which try of this reply, from 1; absent where the line is about the whole reply. */
  try?: number;
  /** Since the reply was asked for, in milliseconds. */
  ms?: number;
  /** Ending of this try, in the port's words. */
  outcome: string;
  /** HTTP status; absent when no answer came. */
  status?: number;
  /** The provider's own word for an error, only from its known list ("overloaded_error"). */
  type?: string;
  requestId?: string;
};
