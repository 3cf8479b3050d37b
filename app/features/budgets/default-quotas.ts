import type { Role } from "#app/features/accounts/person.ts";

/** What a role brings with it, once, in weighted tokens: an allotment, not a rate. A guest's is one short conversation. */
export const defaultQuotas: Record<Role, number> = {
  GUEST: 25_000,
  USER: 100_000,
  POWER_USER: 500_000,
  ADMIN: 1_000_000,
};
