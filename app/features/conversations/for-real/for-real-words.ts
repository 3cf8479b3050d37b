import { answerCharacters, type AnswerField, type Outcome, type Plan } from "./real-conversation.ts";

/** The page that makes a reminder. */
export const reminderWords = {
  title: "Have it for real",
  link: "A reminder to have it for real",
  about: (title: string) =>
    `You have rehearsed “${title}”. When do you want to be asked whether you had it? You get a file for your calendar; in it are only this title, what you were after and a link that asks you.`,
  day: { label: "Day" },
  time: { label: "Time", hint: "As your own clock says it." },
  save: "Make the reminder",
  change: "Change the reminder",
  planned: (plan: Plan) => `You will be asked on ${dayWords(plan.day)} at ${plan.time}.`,
  file: "Download the calendar file (.ics)",
  fileAbout:
    "Opened, it goes into your calendar. After a change download it again: it takes the former one’s place.",
  had: "I have had it already",
  back: "Back to the review",
  refused: "No reminder was made. What is wrong is said at the field.",
  wrong: {
    day: "Choose a day from today on, within three years.",
    time: "Choose a time, as in 15:30.",
  },
};

/** The page of one's own history. */
export const realWords = {
  title: "Conversations you had for real",
  about:
    "Rehearsing is for this. Only you can see this page: what you note here no partner, no coach and nobody who invited you reads.",
  none: {
    title: "Nothing noted yet",
    text: "On the review of a conversation you can have yourself reminded to have it for real. It stands here then, and asks how it went.",
  },
  asked: (title: string) => `Did you have it? ${title}`,
  planned: (plan: Plan) => `You wanted to have it by ${dayWords(plan.day)}, ${plan.time}.`,
  goal: "What you were after",
  rehearsal: "The rehearsal",
  outcome: "Did you have it?",
  hadOn: { label: "When?", hint: "Leave it empty if you do not know any more." },
  how: "How did it go?",
  least: "badly",
  most: "well",
  went: { label: "What happened?", hint: "As much or as little as you like." },
  keep: { label: "What would you keep, for the next one?" },
  save: "Keep this",
  change: "Change what you noted",
  erase: "Delete this note",
  eraseAbout: "The rehearsal stays. The note cannot be brought back.",
  eraseNow: "Delete the note",
  of: (title: string) => ` “${title}”`,
  gone: "This note is not there any more: perhaps it was deleted in another window. Nothing was kept; what you wrote stands below, so that you can take it along.",
  refused: "Nothing was kept yet. What is wrong is said at the field; all you wrote is still there.",
  scale: (value: number) => `${value} of 10`,
  wrong: {
    outcome: "Say first whether you had it.",
    hadOn: "A day that has been, please, or none.",
    went: `At most ${answerCharacters} characters, please. Nothing you wrote is lost.`,
    keep: `At most ${answerCharacters} characters, please. Nothing you wrote is lost.`,
  } satisfies Record<AnswerField, string>,
};

export const outcomeWords: Record<Outcome, string> = {
  had: "Yes, I had it",
  "not-yet": "Not yet",
  dropped: "No, and I will not",
};

/** "1 December 2026": the same in every time zone, because it is only a day. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
