/** Why nobody is signed in after a visit to Google. */
export type SignInTrouble = "cancelled" | "lost" | "away" | "refused" | "disabled" | "other-account";

export const signInTroubleStatus: Record<SignInTrouble, number> = {
  cancelled: 200,
  lost: 400,
  away: 503,
  refused: 503,
  disabled: 403,
  "other-account": 409,
};
