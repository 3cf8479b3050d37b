import type { CatalogueEntry } from "./catalogue.ts";

export const catalogueWords = {
  title: "Scenarios",
  about:
    "What everybody here can practise. Editing one makes a new version; conversations that run keep theirs. What learners describe themselves is theirs alone and not in this list.",
  write: "Write a scenario",
  writeAbout: "It is kept unpublished; publish it on its page.",
  writeNow: "Keep it unpublished",
  list: "The catalogue",
  none: { title: "No scenario yet", text: "The ones you write stand here, published or not." },
  version: (number: number) => `version ${number}`,
  byHand: "edited here",
  edit: "Edit",
  of: (title: string) => ` “${title}”`,
  back: "All scenarios",
  save: "Keep as a new version",
  publish: "Publish",
  publishAbout: "Everybody will see it: on the start page, on a page of its own, in the sitemap.",
  unpublish: "Unpublish",
  unpublishAbout:
    "It is in no list any more and cannot be begun. Conversations that were begun go on, and a restart of the site does not bring it back.",
  look: "Its public page",
  done: {
    written: "It is kept, and not published yet.",
    changed: "It is kept as a new version.",
    same: "It says what it said before, so there is no new version.",
    published: "It is published.",
    unpublished: "It is not published any more.",
  },
};

export const catalogueRefusals = {
  fields: "Nothing was kept. What has to change is said at the field; all you wrote is still there.",
  conflict:
    "Nothing was kept: somebody else has changed this scenario since you opened the page. What you wrote stands below; keeping it once more takes the place of theirs.",
  intent: "This page had grown out of date. Nothing was changed; try again.",
};

export const standingWords: Record<CatalogueEntry["status"], string> = {
  draft: "Not published",
  published: "Published",
  archived: "Unpublished",
};
