import type { Database } from "./client.server.ts";

/**
 * Is the database away for a moment, full, or only readable? Then what was asked was not done (or nobody knows), nothing
 * is wrong with it, and asking again later is right. PostgreSQL's own codes: appendix A of its manual.
 */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && (awayCodes.has(code) || code.startsWith("08"));
}

const awayCodes = new Set([
  // The network, as Node and postgres.js name it.
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "EAI_AGAIN"],
  ...["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECTION_ENDED", "CONNECT_TIMEOUT"],
  // Shut down, crashed, starting, too many connections, disk full, out of memory, read only, cancelled by a timeout.
  ...["57P01", "57P02", "57P03", "53300", "53100", "53200", "25006", "57014", "25P03"],
]);

/** Two transactions crossed: one of them may simply begin again. */
const crossedCodes = new Set(["40001", "40P01"]);
const tries = 4;

/** A transaction that begins again, at most three times, when it crossed with another one. */
export function inTransaction<Result>(
  db: Database,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  return untilUncrossed(() => db.transaction(work));
}

/** What is whole by itself, a transaction or one statement, begun again at most three times when it crossed with another. */
export async function untilUncrossed<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = tries - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !crossedCodes.has(codeOf(error) ?? "")) throw error;
      // At random, or both would cross again.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    }
  }
}

/** Is this row there already? */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === "23505";
}

/** Is the row gone that this one was to belong to? */
export function isReferenceGone(error: unknown): boolean {
  return codeOf(error) === "23503";
}

/** Drizzle wraps what the driver threw, sometimes more than once. */
function codeOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return null;
}
