/** What is refused before the app itself is asked: what happened, and what to do. */
export const plainWords = {
  method: {
    title: "That is not possible here",
    text: "This address can be read and posted to, nothing else.",
  },
  address: {
    title: "That address is broken",
    text: "It holds characters no address of this site has. Check it, or start anew.",
  },
  elsewhere: {
    title: "That did not come from this site",
    text: "A form was sent from another page, so nothing was changed. Open this site itself and try again there.",
  },
  length: {
    title: "How long is it?",
    text: "The request did not say how large it is, so nothing was read.",
  },
  tooLong: {
    title: "That is too long to send",
    text: "A message may have 4,000 characters. Nothing was sent or charged: go back, your text is still in the box there. Shorten it and send it again.",
  },
  starting: {
    title: "Just starting",
    text: "The service is starting. Reload this page in a few seconds.",
  },
};

export const toStartWords = "To the start page";
