import type { Announce, RoomPreferences } from "#app/features/conversations/room-preferences.ts";

export const settingsTitle = "Settings";
export const saveWord = "Save";

export const announceTitle = "Announce replies to a screen reader";
export const announceWords: Record<Announce, { title: string; means: string }> = {
  full: { title: "In full", means: "The whole reply, then the coach’s note, once they are there." },
  short: { title: "Short notice", means: "Only that there is a reply, or a note." },
  off: { title: "Off", means: "Nothing, except what goes wrong." },
};

export const shortcutsSetting = "Shortcut of one key";
export const shortcutsWords: Record<RoomPreferences["shortcuts"], string> = {
  on: "“?” opens the list of shortcuts",
  off: "Only with Ctrl, Shift or F6",
};
