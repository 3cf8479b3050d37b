import { maxMessageCharacters } from "#app/features/conversations/conversation.ts";

export const sendWord = "Send";
export const stopWord = "Stop";

export function boxLabel(partnerName: string): string {
  return `Your words to ${partnerName}`;
}

export function boxPlaceholder(partnerName: string): string {
  return `Say it to ${partnerName}…`;
}

/** What goes on around the box. `noting`: only the coach still writes, and that keeps nobody from sending. */
export type Going =
  | "idle"
  | "noting"
  | "answering"
  | "stopping"
  | "slow"
  | "offline"
  | "reconnecting"
  | "cut";

/** What Enter does: sends, shows a draft to the coach (again, where it has seen one), or nothing while one is on its way there. */
export type Enter = "sends" | "shows" | "shows-again" | "waits";

/** The keys that do something right now; null while there is something more important to say. */
export function keyWords(going: Going, enter: Enter): string | null {
  switch (going) {
    case "idle":
      return enter === "waits" ? null : `${enterWords[enter]}, Shift+Enter starts a new line`;
    case "noting":
      return enter === "waits" ? "Esc stops the coach" : `${enterWords[enter]}, Esc stops the coach`;
    case "answering":
      return "Esc to stop. You can write on meanwhile";
    case "stopping":
    case "slow":
    case "offline":
    case "reconnecting":
    case "cut":
      return null;
  }
}

const enterWords = {
  sends: "Enter sends",
  shows: "Enter shows it to the coach first",
  "shows-again": "Enter shows it to the coach again",
};

/** What everybody should know, whatever they type with. */
export function goingWords(going: Going, partnerName: string): string | null {
  switch (going) {
    case "idle":
    case "noting":
    case "answering":
      return null;
    case "stopping":
      return "Stopping…";
    case "slow":
      return `${partnerName} is taking longer than usual. You can wait, or stop.`;
    case "offline":
      return "Your message goes out once you are back online.";
    case "reconnecting":
      return "Reconnecting…";
    case "cut":
      return "The connection is gone. Nothing that was said is lost.";
  }
}

export const refreshWord = "Refresh";

/** Null while there is room enough. */
export function roomLeftWords(characters: number): string | null {
  const left = maxMessageCharacters - characters;
  if (left > counterFrom) return null;
  return left < 0 ? `${charactersWords(-left)} too long` : `${charactersWords(left)} left`;
}

/** Characters left from which on they are counted. */
const counterFrom = 300;

function charactersWords(characters: number): string {
  return characters === 1 ? "1 character" : `${count.format(characters)} characters`;
}

/** As the server counts: code points, so that an emoji is one. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}

const count = new Intl.NumberFormat("en-GB");
