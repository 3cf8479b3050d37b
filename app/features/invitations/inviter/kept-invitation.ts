import type { Standing } from "#app/features/invitations/invitation.ts";

/** An invitation, as who made it sees it in the list. */
export type KeptInvitation = {
  id: string;
  label: string;
  /** Printed by a start of the program: it is closed, never taken back. */
  isStart: boolean;
  standing: Standing;
  seats: number;
  /** Seats of people who have practised, or are about to. */
  taken: number;
  /** Weighted tokens: of each seat, and what all guests together have used. */
  perSeat: number;
  used: number;
  /** ISO 8601. */
  createdAt: string;
  expiresAt: string;
};

/** The same on its own page. */
export type InvitationInFull = KeptInvitation & {
  note: string | null;
  scenario: string | null;
  preset: string | null;
  /** Taken from the budget of who made it. */
  isFunded: boolean;
  /** What taking it back ends. */
  ends: { guests: number; conversations: number };
};
