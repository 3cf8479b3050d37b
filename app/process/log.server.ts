import pino from "pino";

/** Lines of an ordinary course are written a few at a time: one write for each costs a busy server a fifteenth of its time. */
const output = pino.destination({ dest: 1, sync: true, minLength: 4_096, periodicFlush: 100 });
process.once("exit", () => output.flushSync());

const warning = 40;

/**
 * One JSON line an event, to standard output. What goes in is chosen field by field: never a text of a conversation, a
 * cookie, a token or an address that holds one.
 */
export const log = pino(
  {
    level: "info",
    base: null,
    formatters: { level: (label) => ({ severity: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      logMethod(given, write, level) {
        write.apply(this, given);
        // What somebody may have to act on is written before anything else happens.
        if (level >= warning) output.flushSync();
      },
    },
  },
  output,
);

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
