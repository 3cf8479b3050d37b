import pino from "pino";

/**
 * One JSON line an event, to standard output. What goes in is chosen field by field: never a text of a conversation, a
 * cookie, a token or an address that holds one.
 */
export const log = pino({
  level: "info",
  base: null,
  formatters: { level: (label) => ({ severity: label }) },
  timestamp: pino.stdTimeFunctions.isoTime,
});

/**
 * Tells of an unexpected error by its kind, code and place. Its message is left out: those of the database driver hold the
 * values of the query, which may be a learner's words.
 */
export function logFailure(what: string, error: unknown): void {
  log.error(factsOf(error), what);
}

function factsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause = error.cause instanceof Error ? error.cause : error;
  return {
    kind: error.name,
    code: "code" in cause ? String(cause.code) : undefined,
    cause: cause === error ? undefined : cause.name,
    at: placesOf(error),
  };
}

const placesLimit = 6;

/** The stack without its first lines, which repeat the message. */
function placesOf(error: Error): string[] {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return lines.slice(0, placesLimit).map((line) => line.trim());
}
