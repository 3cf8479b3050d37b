import type { SignInTrouble } from "./sign-in-trouble.ts";

/** The page that says how people get in. */
export const entryWords = {
  title: "Sign in",
  titleWithoutGoogle: "Entry is by invitation",
  cameFromPractice:
    "To go on to that page, come in first: with an account, or as the guest of an invitation.",
  google: "Sign in with Google",
  googleAbout:
    "Google tells us who you are: a number that stands for your account, your name and your e-mail address, and nothing else. You come back to where you were.",
  noGoogle: "Signing in with Google is not set up here, so you get in with an invitation link.",
  invited: "You were sent an invitation?",
  link: "Open its link and press “Start practising”, and you are in: no account and no password. If you were sent one, look for it in your messages.",
  before:
    "If you have practised here before as a guest, use the browser you used then; it still knows you. Nothing of yours is lost by coming from another one.",
  owner:
    "You run this yourself? A link for you is printed in the window where you started it, after “Owner sign-in”; “npm run owner-link” prints a fresh one.",
  look: "See what can be practised",
};

type TroubleWords = { title: string; happened: string; next: string; again: boolean };

/** Google sent somebody back, and they are not signed in. */
export const signInTroubleWords: Record<SignInTrouble, TroubleWords> & {
  again: string;
  start: string;
  guest: string;
} = {
  cancelled: {
    title: "You did not sign in",
    happened: "You turned back at Google, so nothing was changed and Google told us nothing about you.",
    next: "You can try again whenever you like, or come in by an invitation instead.",
    again: true,
  },
  lost: {
    title: "That sign-in is not valid any more",
    happened:
      "It was begun more than ten minutes ago, in another browser, or has been finished already, perhaps in another tab.",
    next: "Nothing was changed. If you are signed in already, just go on; otherwise begin once more.",
    again: true,
  },
  away: {
    title: "Google does not answer",
    happened: "We asked Google who you are and got no answer.",
    next: "This usually passes within a minute. Nothing was changed; try again.",
    again: true,
  },
  refused: {
    title: "Google does not know this site",
    happened:
      "Google refused to tell us who you are. The reason is in how this site is set up, not with you.",
    next: "Whoever runs this site has been told in its log. Until then, come in by an invitation.",
    again: false,
  },
  disabled: {
    title: "This account is closed",
    happened: "An administrator has closed the account that belongs to this Google account.",
    next: "If that surprises you, ask the person who runs this site.",
    again: false,
  },
  "other-account": {
    title: "This Google account has an account of its own here",
    happened:
      "It cannot be linked to the account you are signed in with, because it already belongs to another one.",
    next: "Nothing was changed. To use the other one, sign out first and then sign in with Google.",
    again: false,
  },
  again: "Sign in with Google again",
  start: "To the start page",
  guest: "What you have practised as a guest is all still there, in this browser.",
};

export const ownerWords = {
  title: "Sign in as the owner",
  about: "This link signs you in as an administrator of this site. It works once.",
  guest: "What you have practised in this browser as a guest comes along, with what is left of its budget.",
  signIn: "Sign in",
  ended: {
    title: "This link has ended",
    happened: "Such a link works once, within 15 minutes, and until the program is started again.",
  },
  unknown: {
    title: "This link leads nowhere",
    happened: "A letter may have been lost on the way: such links are long and break easily.",
  },
  next: "Whoever runs this site gets a fresh one with “npm run owner-link”, in the folder it runs from.",
  start: "To the start page",
};
