import { guestContentDays } from "./retention.ts";

/** How long what somebody writes is kept; a guest is told before they come in too (`invitation-words.ts`). */
export function keptWords(isGuest: boolean, maySignIn: boolean): string {
  const about = "The next page says first what goes and what stays.";
  if (!isGuest) return `What you write stays until you delete it. ${about}`;
  const kept = `What you write as a guest is deleted ${guestContentDays} days after you last practised.`;
  return maySignIn
    ? `${kept} With a Google account linked it stays until you delete it yourself. ${about}`
    : `${kept} ${about}`;
}

/** Stands in place of who an invitation was from, once that person has erased themselves. */
export const erasedInviterName = "someone who has left";

export const accountWords = {
  title: "Your account",
  guest: "You practise here as a guest, known by this browser alone.",
  name: "Name",
  email: "E-mail address",
  since: "Here since",
  until: "Open until",
  budget: "Practice budget",
  left: "Left",
  used: "Used so far",
  low: "Less than a fifth of your practice budget is left.",
  kept: "Kept back",
  rest: "Too little for a turn",
  slice: "What is kept back is for the debrief of your last conversation; no turn may take it.",
  whereItWent: "Where it went",
  nothingYet: "You have not practised yet, so nothing of it is used.",
  deleted: "Conversations and drafts that are deleted",
  drafts: "Drafts of your own scenarios",
  yours: "Yours alone",
  ownScenarios: "Your own scenarios",
  realConversations: "Conversations you had for real",
  more: (count: number) => (count === 1 ? "One more conversation" : `${count} more conversations`),
  erase: "Delete",
  eraseWhich: (title: string) => `Delete “${title}”`,
  conversations: "All your conversations",
  google: "Google account",
  linked: "Linked: you can sign in with Google on any device.",
  notLinked:
    "Not linked. With a Google account you can come back on any device, and keep what you practised.",
  link: "Link a Google account",
  sessions: "Where you are signed in",
  everywhereAbout: "Ends every session of yours, in this browser too. What you have practised is kept.",
  everywhereGuest:
    "Ends every session of yours, in this browser too. As a guest you have no other way back in, so take with you first what you want to keep.",
  everywhere: "Sign out everywhere",
  takeAway: "Take everything with you",
  takeAwayAbout:
    "All that is stored of you: every conversation with every word, what it cost, the scenarios you described, what you noted of real conversations, your account. Not in it is what the partners hide, and what only the program needs.",
  asPage: "Download as a page to read (.html)",
  asData: "Download as data (.json)",
  deleteTitle: "Delete everything",
  deleteLink: "Delete everything of mine",
};

export const erasureWords = {
  lastAdmin:
    "You are the last administrator here, so nothing was deleted: nobody could look after this site any more. Make somebody else an administrator first.",
  title: "Delete everything of yours?",
  goesTitle: "What goes, at once and for good",
  goes: [
    "Every conversation with every word in it, the coach’s notes and your reviews. Replies on their way are stopped first.",
    "The scenarios you described yourself, and what you noted of conversations you had for real.",
    "Your account: name, e-mail address, the link to Google. Every browser is signed out.",
    "What is left of your practice budget.",
  ],
  staysTitle: "What stays",
  stays: [
    "How many tokens were used and when, under a number that leads to nobody. The site pays for them.",
    "That something was done on the pages for administration, under that number.",
    "For a Google account: a fingerprint made with a secret key, only so that coming back does not bring a fresh budget.",
    "A place on an invitation stays taken once you have said something there. The same link does not let you in again then.",
  ],
  takeFirst: "Download it first",
  confirm: "Delete everything now",
  back: "Keep it",
};

export const erasedWords = {
  title: "Everything of yours is deleted",
  text: "Nothing you wrote here is stored any more, and this browser is signed out. Backups of the site’s operator forget it as they are replaced.",
  back: "To the start page",
};

export const conversationErasureWords = {
  title: "Delete this conversation?",
  about: (title: string, turns: string) =>
    `“${title}”, ${turns}: every word in it, the coach’s notes and its review. A reply on its way is stopped first. It cannot be brought back.`,
  cost: "What it has cost stays used; deleting gives nothing back to your practice budget.",
  confirm: "Delete it",
  back: "Keep it",
};

/** "34 %", and what is more than nothing is not called nothing. */
export function partWords(part: number): string {
  const percent = Math.round(part * 100);
  return part > 0 && percent === 0 ? "under 1 %" : `${percent} %`;
}

/** The file that is taken away, to read. */
export const exportWords = {
  title: "What Conversation Coach stores of you",
  made: (at: string) => `Made on ${at}. AI practice, not therapy: every partner and coach is a program.`,
  account: "Account",
  budget: "Budget, in weighted tokens",
  conversations: "Conversations",
  none: "None.",
  scenarios: "Scenarios you described yourself",
  realConversations: "Conversations you meant to have for real",
  invitations: "Invitations you made",
  deeds: "What was done on the pages for administration",
  said: { user: "You", partner: "Partner", coach: "Coach" },
  asides: "Between you and the coach",
  aside: { question: "A question, and the answer", draft: "A draft, and the note on it", hint: "A hint" },
  attempt: (attempt: number) => `attempt ${attempt}`,
  turn: (ordinal: number) => (ordinal === 0 ? "Opening" : `Turn ${ordinal}`),
  branch: ([number, of]: [number, number]) => (of > 1 ? `, branch ${number} of ${of}` : ""),
  debrief: "Debrief",
  cost: (tokens: number) => `Cost: ${tokens} weighted tokens`,
};
