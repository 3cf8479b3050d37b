/** What someone holding a link may know of the invitation. */
export type Invitation = {
  id: string;
  label: string;
  note: string | null;
  /** What it was made for; null: whatever the guest likes. */
  scenario: string | null;
  /** Weighted tokens of each seat. */
  quotaTokens: number;
  preset: string | null;
  expiresAt: Date;
  standing: Standing;
};

/** `closed`: takes nobody new, such as the link of an earlier start of the program. */
export const standings = ["open", "used-up", "expired", "revoked", "closed"] as const;
export type Standing = (typeof standings)[number];
