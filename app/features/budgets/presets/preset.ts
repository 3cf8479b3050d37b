/** A named budget an inviter picks. */
export type Preset = {
  id: string;
  name: string;
  /** Weighted tokens. */
  tokens: number;
};

export const presetLimits = { nameCharacters: 60, leastTokens: 1_000, mostTokens: 1_000_000 };
