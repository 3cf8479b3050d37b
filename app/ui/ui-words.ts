/** Everything the shared parts say by themselves. */

export const shellWords = {
  name: "Conversation Coach",
  skip: "Skip to the content",
  visitor: "You",
  nature: "AI practice, not therapy.",
  programs: "Every partner and every note here is written by a program. None of them is a person.",
};

export const visitorWords = {
  signIn: "Sign in",
  conversations: "Conversations",
  account: "Account",
  admin: "Admin",
  signOut: "Sign out",
};

export const themeWords = { label: "Colours of the page", system: "System", light: "Light", dark: "Dark" };

export const progressWords = "The next page is on its way";

export const pageLinksWords = {
  label: "Pages",
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  newer: "Newer",
  older: "Older",
};

export const offlineWords = "You are offline. This page stays; anything new waits until you are back.";

export const copyWords = { copy: "Copy", copied: "Copied", refused: "Your browser did not allow it" };

export const errorPageWords = {
  again: "Try again",
  back: "Back to the start",
  kept: "What you wrote",
};

type ErrorWords = { title: string; happened: string; kept: string };

/** What happened, what was kept and what to do, by status. */
export const errorWords = {
  400: {
    title: "That form could not be read",
    happened: "It came with something this page did not ask for, or without something it needs.",
    kept: "Nothing was changed. Open the page again and send the form from there.",
  },
  402: {
    title: "The practice budget is used up",
    happened: "This message would need more than what is left of your practice budget, so it was not sent.",
    kept: "Nothing was charged, and everything so far is kept. You can still read, end and download your conversations.",
  },
  403: {
    title: "This form came from somewhere else",
    happened:
      "For your safety, forms are only taken from this site's own pages. This one did not say that it was.",
    kept: "Nothing was changed. Open the page again and send the form from there.",
  },
  404: {
    title: "There is nothing at this address",
    happened: "It may be mistyped, or it leads to something that is not yours to see.",
    kept: "Nothing was changed. Everything of yours is where it was.",
  },
  409: {
    title: "That crossed with something else",
    happened: "A reply was still on its way, or the same form was sent twice with different words.",
    kept: "What was sent first is kept. Go back, let the reply arrive, and send again.",
  },
  410: {
    title: "This link has ended",
    happened: "It worked once, and it does not any more.",
    kept: "If you practised with it in this browser, your conversations are still there.",
  },
  413: {
    title: "That was too long",
    happened: "A message may have up to 4,000 characters. This one was too large to read.",
    kept: "Everything before it is kept. Go back and send a shorter one.",
  },
  500: {
    title: "Something broke on our side",
    happened: "This page could not be made. It was nothing you did.",
    kept: "Whatever you had already sent is kept. Try again in a moment.",
  },
  503: {
    title: "We cannot reach our database",
    happened: "This passes, usually within a minute. It was nothing you did.",
    kept: "Reload this page in a moment. If you had just sent something, your browser offers to send it again; it will not be taken twice.",
  },
} as const satisfies Record<number, ErrorWords>;

/** What the ends of a scale mean, under it and for those who only hear it. */
export const scaleWords = {
  end: (value: number, meaning: string) => `${value}: ${meaning}`,
  aloud: (meaning: string) => `, ${meaning}`,
};
