import { and, gt, isNull, or, sql } from "drizzle-orm";
import { users } from "#db/schema/people.ts";

/** A person may still come in: nobody has shut them out, and a guest's time is not over. On the database's clock. */
export const hasAccess = and(
  isNull(users.disabledAt),
  or(isNull(users.expiresAt), gt(users.expiresAt, sql`clock_timestamp()`)),
);
