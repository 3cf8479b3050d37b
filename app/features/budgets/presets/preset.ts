/** A named budget an inviter picks. */
export type Preset = {
  id: string;
  name: string;
  /** Weighted tokens. */
  tokens: number;
};

export const presetLimits = {
  nameCharacters: 60,
  /** Weighted tokens: with less, the debrief's part taken off, a first turn might not be carried. */
  leastTokens: 5_000,
  mostTokens: 1_000_000,
};
