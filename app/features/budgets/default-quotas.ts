import type { Role } from "#app/features/accounts/person.ts";

/** What an account of this role begins with, in weighted tokens: an absolute allotment. */
export const defaultQuotas: Record<Role, number> = {
  /** One short conversation. */
  GUEST: 25_000,
  USER: 100_000,
  POWER_USER: 500_000,
  ADMIN: 1_000_000,
};
