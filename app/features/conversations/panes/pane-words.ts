/** What stands on and around the two panes. */
export const paneWords = {
  views: "What to show",
  conversation: "Conversation",
  coach: "Coach",
  unread: (notes: number) => `(${notes} ${notes === 1 ? "note" : "notes"} not read)`,
  log: (partnerName: string) => `Conversation with ${partnerName}`,
  notes: "Notes of the coach",
  turn: (ordinal: number) => `Turn ${ordinal}`,
  latest: "Jump to latest",
  latestNote: "Jump to the latest note",
  hide: "Hide",
  hideCoach: "Hide the coach",
  showCoach: "Show the coach",
  share: "Width of the conversation",
  shareNow: (percent: number) => `${percent} percent of the page`,
  narrower: "More room for the coach",
  wider: "More room for the conversation",
};
