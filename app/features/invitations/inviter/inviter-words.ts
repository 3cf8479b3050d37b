import { type OfferField, offerLimits, type WrongFields } from "#app/features/invitations/forms.ts";
import type { Standing } from "#app/features/invitations/invitation.ts";
import { turnCountWords } from "#app/features/conversations/conversation-words.ts";
import type { InvitationInFull, KeptInvitation } from "./kept-invitation.ts";

export const inviterWords = {
  title: "Invitations",
  about:
    "A link that lets somebody practise without an account, with a practice budget of their own. Only you and whoever you give it to know it.",
  make: "Make an invitation",
  list: "What you have handed out",
  count: (total: number) => (total === 1 ? "One invitation" : `${total} invitations`),
  none: {
    title: "No invitation yet",
    text: "The ones you make stand here, with who has come by them and what they have used.",
  },
  noneFound: {
    title: "No invitation is like that",
    text: "None has this state and these words in what it is called.",
    all: "Show all of them",
  },
};

const ownBudget = "Another amount";

export const offerWords = {
  label: {
    label: "Who it is from",
    hint: "The guest reads it: “From Grace”, “From the Tuesday course”. It is also what it is called in your list.",
  },
  note: { label: "A note to the guest", hint: "Optional. It stands on the invitation." },
  scenario: {
    label: "What they should practise",
    hint: "It comes first on their start page; they may choose others.",
  },
  anyScenario: "Whatever they like",
  days: {
    label: "Open for so many days",
    hint: `From today, ${offerLimits.days} at most. Its guests can practise until then.`,
  },
  seats: {
    label: "Places",
    hint: `How many people may come by this one link, ${offerLimits.seats} at most. Each has a budget of their own.`,
  },
  budget: "Practice budget of each",
  own: ownBudget,
  tokens: {
    label: "Tokens of each place",
    hint: (least: number, most: number) =>
      `With “${ownBudget}”: from ${amount(offerLimits.leastTokens)}, about ${least} turns, to ${amount(offerLimits.mostTokens)}, about ${amount(most)}. With less, not even the first turns would be carried.`,
  },
  preset: (tokens: number, turns: number) =>
    `${amount(tokens)} tokens, about ${turnCountWords(turns).toLowerCase()}`,
  noPresets: "There is no preset to choose from. An administrator can make one.",
  fromYours: (left: number) =>
    `It is taken from your own practice budget, in which there are ${amount(left)} tokens. What unused places held comes back to you when the invitation ends.`,
  submit: "Make the invitation",
};

/** Why a field was refused. */
const offerErrors: Record<OfferField, string> = {
  label: `Say who it is from, in 1 to ${offerLimits.labelCharacters} characters.`,
  note: `A note may have ${offerLimits.noteCharacters} characters.`,
  scenario: "That scenario is not there any more. Choose another one, or none.",
  days: `A whole number of days, from 1 to ${offerLimits.days}.`,
  seats: `A whole number of places, from 1 to ${offerLimits.seats}.`,
  preset: "Choose one of these budgets.",
  tokens: `A whole number of tokens, from ${amount(offerLimits.leastTokens)} to ${amount(offerLimits.mostTokens)}.`,
};

const unchosenAmount = `An amount is typed here, and a preset is chosen above. Choose “${ownBudget}” to give this amount, or empty this box to give the preset.`;

export function offerErrorWords(wrong: WrongFields, field: OfferField): string | undefined {
  if (wrong[field] === "unchosen") return unchosenAmount;
  return wrong[field] ? offerErrors[field] : undefined;
}

export const offerRefusals = {
  fields: "No invitation was made. What is wrong is said at the field.",
  unknown:
    "No invitation was made: the form came with something this page does not offer. Fill it in here and send it again.",
  stale: "No invitation was made: this page had lain open for too long. Send it again, it is fresh now.",
  short: (needed: number, left: number) =>
    `No invitation was made: these places need ${amount(needed)} tokens, and in your practice budget there are ${amount(left)}. Take fewer places or a smaller budget.`,
};

export const standingWords: Record<Standing, string> = {
  open: "Open",
  "used-up": "Every place taken",
  expired: "Run out",
  revoked: "Withdrawn",
  closed: "Closed to newcomers",
};

export const columnWords = {
  called: "Called",
  state: "State",
  seats: "Places",
  used: "Used",
  until: "Open until",
};

export const filterWords = {
  state: "State",
  all: "All",
  search: "Called",
  apply: "Show",
};

export const invitationInFullWords = {
  over: "Invitation",
  all: "All invitations",
  state: "State",
  seats: "Places",
  used: "Used",
  budget: "Budget of each",
  open: "Open until",
  made: "Made",
  from: "The guest reads",
  scenario: "Made for",
  note: "Note to the guest",
  link: {
    title: "The link",
    once: "This is the only time it is shown: what is kept of it here is no way to make it again. Copy it now, or let the guest point their phone at the code.",
    label: "Invitation link",
    qr: "QR code of the invitation link",
    gone: "The link was shown once, when the invitation was made, and cannot be shown again. Lost it? Withdraw this one and make another.",
  },
};

export const revokeWords = {
  revoke: "Withdraw this invitation",
  close: "Close it to newcomers",
  closes: "Nobody new can come by it from then on. Who has come keeps their conversations and their budget.",
  ends: ({ guests, conversations }: InvitationInFull["ends"]) =>
    guests === 0
      ? "Nobody practises by it at the moment. The link takes nobody from then on."
      : `This ends the practice of ${guests === 1 ? "one guest" : `${guests} guests`} at once, with ${openWords(conversations)}. What they have written is kept, but they cannot reach it from then on. Who has linked an account keeps everything.`,
  refunds: "What the unused places held comes back to your budget.",
  noWayBack: "It cannot be undone.",
};

/** What it is called in a list: the one that a start prints is from nobody by name. */
export function calledWords({ label, isStart }: Pick<KeptInvitation, "label" | "isStart">): string {
  return isStart ? "Printed at a start of this server" : label;
}

/** "2 of 5 places" */
export function seatsWords({ taken, seats }: Pick<KeptInvitation, "taken" | "seats">): string {
  return `${amount(taken)} of ${seats === 1 ? "1 place" : `${amount(seats)} places`}`;
}

/** "12,400 of 250,000 tokens" */
export function usedWords({
  used,
  perSeat,
  seats,
}: Pick<KeptInvitation, "used" | "perSeat" | "seats">): string {
  return `${amount(used)} of ${amount(perSeat * seats)} tokens`;
}

export function budgetWords({ perSeat, preset }: Pick<InvitationInFull, "perSeat" | "preset">): string {
  return preset === null ? `${amount(perSeat)} tokens` : `${preset}: ${amount(perSeat)} tokens`;
}

export function dayWords(at: string): string {
  return day.format(new Date(at));
}

function openWords(conversations: number): string {
  if (conversations === 0) return "no conversation open";
  return conversations === 1 ? "one conversation open" : `${conversations} conversations open`;
}

function amount(tokens: number): string {
  return tokens.toLocaleString("en");
}

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
