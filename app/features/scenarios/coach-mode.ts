/** A coach that is on can be asked at any time; the mode says what it does besides. */
export const coachModes = ["after-each-turn", "before-sending", "when-asked", "off"] as const;
export type CoachMode = (typeof coachModes)[number];
