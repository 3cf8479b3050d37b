/** What someone holding a link may know of the invitation. */
export type Invitation = {
  id: string;
  label: string;
  note: string | null;
  /** Weighted tokens of each seat. */
  quotaTokens: number;
  preset: string | null;
  expiresAt: Date;
  standing: Standing;
};

/** `closed`: printed by an earlier start of the program. */
export type Standing = "open" | "expired" | "revoked" | "closed" | "used-up";
