/** A guest is a person without a Google identity; every conversation has exactly one owner. */
export type Person = {
  id: string;
  role: Role;
  name: string | null;
  invitationId: string | null;
};

export const roles = ["GUEST", "USER", "POWER_USER", "ADMIN"] as const;
export type Role = (typeof roles)[number];
