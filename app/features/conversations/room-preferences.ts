import type { HelpRegion } from "./help-card/help-resources.ts";

/** How somebody wants the room; kept in their browser, so that the server can render it so from the start. */
export type RoomPreferences = {
  /** Hiding only hides: whether the coach writes at all is the conversation's `coachMode`. */
  coach: "shown" | "hidden";
  /** The conversation's part of a wide page, in percent; the coach has the rest. */
  share: number;
  announce: Announce;
  /** Shortcuts of one key alone, which a voice or an unsteady hand may press unwillingly. */
  shortcuts: "on" | "off";
  /** Whose numbers the help card shows; null: nothing was chosen, and the browser's languages are asked. */
  region: HelpRegion | null;
  /** How far the coach's notes have been read, in the conversation where that was last. */
  read: { conversation: string; turn: number } | null;
};

/** How much a screen reader is told of each reply. */
export const announceChoices = ["full", "short", "off"] as const;
export type Announce = (typeof announceChoices)[number];

export const usualPreferences: RoomPreferences = {
  coach: "shown",
  share: 60,
  announce: "full",
  shortcuts: "on",
  region: null,
  read: null,
};

/** In percent. Below and above them one of the two panes is too narrow to read; the style sheet has a rule for each step. */
export const shareLimits = { least: 40, most: 75, step: 5 };
