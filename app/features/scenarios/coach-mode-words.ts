import type { CoachMode } from "./coach-mode.ts";

/** Over the choice, in the room. */
export const modeTitle = "The coach";
export const saveModeWord = "Switch the coach";

/** What each way of the coach is called, and what it does. */
export const modeWords: Record<CoachMode, { title: string; means: string }> = {
  "after-each-turn": {
    title: "After each turn",
    means: "One note a turn, from your second message on. You can ask it something at any time.",
  },
  "before-sending": {
    title: "Before I send",
    means: "It looks at your draft when you ask it to. Nothing is sent until you say so.",
  },
  "when-asked": {
    title: "When I ask",
    means: "It says nothing by itself. You ask it in private.",
  },
  off: { title: "No coach", means: "Just the two of you." },
};

/** In exports, after "Coach:". */
export const modeInShort: Record<CoachMode, string> = {
  "after-each-turn": "a note after each turn",
  "before-sending": "looks at drafts before they are sent",
  "when-asked": "when asked",
  off: "off",
};
