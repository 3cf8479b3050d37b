import type { OfferFields, WrongFields } from "#app/features/invitations/forms.ts";

export type Why =
  | { reason: "fields" | "unknown" | "stale" }
  /** Weighted tokens: what it would take, and what is left in the inviter's own budget. */
  | { reason: "short"; needed: number; left: number };

/** Why no invitation was made, and what was typed. */
export type OfferRefusal = Why & { typed: OfferFields; wrong: WrongFields };
