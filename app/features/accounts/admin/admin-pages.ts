import type { Role } from "#app/features/accounts/person.ts";
import { adminPageWords } from "./admin-words.ts";

export type AdminPage = { to: string; title: string; about: string };

/** What somebody of this role may administer, in the order of the overview; nothing for most. */
export function adminPagesFor(role: Role): AdminPage[] {
  if (role === "ADMIN") return [adminPageWords.invitations, ...forAdminsOnly];
  return role === "POWER_USER" ? [adminPageWords.invitations] : [];
}

const { scenarios, presets, users, usage, audit } = adminPageWords;
const forAdminsOnly: AdminPage[] = [scenarios, presets, users, usage, audit];
