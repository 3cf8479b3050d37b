import type { Role } from "#app/features/accounts/person.ts";

/** What each role is allotted, in weighted tokens. */
export const defaultQuotas: Record<Role, number> = {
  GUEST: 25_000,
  USER: 100_000,
  POWER_USER: 500_000,
  ADMIN: 1_000_000,
};
