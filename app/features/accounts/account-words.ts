/** How people get in, for now. */
export const entryWords = {
  title: "Entry is by invitation",
  cameFromPractice: "To practise here, you need to have opened an invitation in this browser first.",
  link: "For now you get in with an invitation link. Open it, press “Start practising”, and you are in: no account and no password. If you were sent one, look for it in your messages.",
  before:
    "If you have practised here before, use the browser you used then; it still knows you. Nothing of yours is lost by coming from another one.",
  owner:
    "You run this yourself? The link is printed in the window where you started it, after “Guest invitation”.",
  look: "See what can be practised",
};
