import type { Place } from "./places.ts";

export const skipWords: Record<Place, string> = {
  conversation: "Skip to the conversation",
  coach: "Skip to the coach’s notes",
  text: "Skip to the message box",
};

export const shortcutsTitle = "Keyboard shortcuts";
export const closeWord = "Close";

type Shortcut = {
  /** Each inner list is one way to do it: keys that are pressed together. */
  keys: string[][];
  does: string;
};

/** `single`: the shortcut of one key alone is switched on. */
export function shortcutWords(single: boolean): Shortcut[] {
  return [
    {
      keys: [
        ["Ctrl", "/"],
        ["⌘", "/"],
      ],
      does: "Write: to the message box",
    },
    { keys: [["F6"], ["Ctrl", "↓"]], does: "To the next part: conversation, coach’s notes, message box" },
    {
      keys: [
        ["Shift", "F6"],
        ["Ctrl", "↑"],
      ],
      does: "To the part before",
    },
    { keys: [["Enter"]], does: "Send what is in the box" },
    { keys: [["Shift", "Enter"]], does: "A new line in the box" },
    { keys: [["↑"]], does: "In an empty box: what you said last, to say it again" },
    { keys: [["Esc"]], does: "Stop the reply, or close what is open" },
    ...(single ? [{ keys: [["?"]], does: "This list, when you are not writing" }] : []),
  ];
}
