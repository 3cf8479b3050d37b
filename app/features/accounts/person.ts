/** Everyone who comes in; every conversation has exactly one owner. */
export type Person = {
  id: string;
  role: Role;
  name: string | null;
  invitationId: string | null;
  /** Came by an invitation and has no account: this browser is their only way back. */
  isGuest: boolean;
  /** Signs in with Google. */
  hasGoogle: boolean;
};

export const roles = ["GUEST", "USER", "POWER_USER", "ADMIN"] as const;
export type Role = (typeof roles)[number];

/** The one that may more. */
export function higherRole(one: Role, other: Role): Role {
  return roles.indexOf(one) < roles.indexOf(other) ? other : one;
}

/** A role from a form; null for anything that is none. */
export function roleCalled(name: unknown): Role | null {
  return roles.find((role) => role === name) ?? null;
}
