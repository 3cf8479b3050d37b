/** The room's header, and what drops from it. */
export const headerWords = {
  leave: "Leave; the conversation stays as it is",
  nature: "AI practice, not therapy",
  scripted: "Scripted partner",
  why: ": no API key set",
  brief: "Brief",
  review: "Review",
};

export const endWords = {
  long: "End practice",
  /** Where there is little room. */
  short: "End",
  early: "End before a word was said?",
  pause: "If you only want a break, just leave: the conversation stays open and waits on the start page.",
  confirm: "End it",
};

/** "Turn 4 of about 10" */
export function progressWords(turns: number, expectedTurns: number, ended: boolean): string {
  if (ended) return turns === 1 ? "Ended after 1 turn" : `Ended after ${turns} turns`;
  if (turns === 0) return `About ${expectedTurns} turns`;
  return turns > expectedTurns ? `Turn ${turns}` : `Turn ${turns} of about ${expectedTurns}`;
}
