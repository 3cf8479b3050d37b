import type { InvitationOnPage } from "./invitation-page.tsx";

/** What the link is, before anything happens. */
export const invitationWords = {
  title: "You are invited to practise a hard conversation",
  from: (name: string) => `From ${name}`,
  about:
    "An AI partner plays the other person, an AI coach notes beside you what your words did. It is practice with programs, not therapy. You need no account: this browser will remember you.",
  practise: {
    term: "What you practise",
    scenario: (title: string) => `${title}, or any other of the scenarios here`,
    text: "One hard conversation at a time, of your choice: at work, in the family or in care",
  },
  time: {
    term: "The time it takes",
    text: "About 10 to 15 minutes and ten turns a conversation; you can leave and go on later",
  },
  budget: {
    term: "Your practice budget",
    turns: (turns: number) => `About ${turns} turns`,
  },
  open: {
    term: "Open",
    /** From the server's clock, so that both renders say the same. */
    until: (end: Date, now: Date) =>
      `${daysWords(Math.ceil((end.getTime() - now.getTime()) / MS_PER_DAY))}, until ${day.format(end)}`,
  },
  stored: {
    term: "What is stored",
    text: "A cookie that knows you again, and what you and the two AIs write, so that you can come back to it; it is deleted 30 days after you last practised. No name, no e-mail address. Whoever invited you sees how much you practised, never what was said.",
  },
  replaces:
    "You already practise in this browser, by another invitation. Starting with this one begins anew: what you have practised so far cannot be reached from here any more.",
  note: "A note to you",
  goOn: "Go on with that instead",
  start: "Start practising",
};

export const joinedWords = {
  title: "You already practise in this browser",
  text: "This invitation is yours already. Your conversations and what is left of your practice budget wait where you left them.",
  goOn: "Go on practising",
};

/** Somebody signed in with an account of their own opens the link. */
export const accountWords = {
  title: "Add this invitation to your account?",
  about: (turns: number) =>
    `You are signed in with an account of your own, and stay signed in with it. The invitation would add about ${turns} turns to your practice budget; everything you have practised stays as it is.`,
  seat: "It takes one place of the invitation, for good.",
  add: "Add it to my budget",
  leave: "Leave it, go on practising",
};

export const lookAroundWords = "See what can be practised";

/** Why a link takes nobody in, and what to do then. */
export const endedInvitationWords: Record<
  Exclude<InvitationOnPage["state"], "valid" | "joined">,
  { title: string; happened: string; next: string }
> = {
  expired: {
    title: "This invitation has run out",
    happened: "It was open for a limited time, and that time is over.",
    next: "Ask the person who sent it for a new link. If you already practised with it, open this site in that browser: your conversations are still there.",
  },
  revoked: {
    title: "This invitation was withdrawn",
    happened: "The person who made it has taken it back.",
    next: "If that surprises you, ask them. They can send you another one.",
  },
  "used-up": {
    title: "Every place on this invitation is taken",
    happened: "It was made for a certain number of people, and they have all come.",
    next: "Ask the person who sent it for a link of your own.",
  },
  closed: {
    title: "This invitation takes nobody new",
    happened: "It belonged to an earlier start of this program, which has been started again since.",
    next: "Use the newest link it printed. Those who came by this one keep their conversations in their own browser.",
  },
  unknown: {
    title: "This link leads to no invitation",
    happened: "A letter may have been lost on the way: such links are long and break easily.",
    next: "Copy it once more in one piece, or ask the person who sent it.",
  },
  "too-many": {
    title: "Too many links that lead nowhere",
    happened:
      "From your network many links were opened in the last minute that lead to no invitation. So that nobody can guess one, such links are answered again in a minute. A link that is right works all the time.",
    next: "Wait a minute, then copy the link once more in one piece, or ask the person who sent it.",
  },
};

function daysWords(days: number): string {
  return days <= 1 ? "For less than a day" : `For ${days} more days`;
}

const MS_PER_DAY = 86_400_000;

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
