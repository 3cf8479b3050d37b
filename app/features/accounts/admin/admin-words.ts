import type { Role } from "#app/features/accounts/person.ts";

export const adminWords = {
  title: "Administration",
  about:
    "What people may do here, and what it costs. Every change stands in the audit; nobody reads conversations here.",
  aboutInvitations: "Hand out practice from your own budget.",
  nav: "Administration",
};

export const adminPageWords = {
  invitations: {
    to: "/admin/invitations",
    title: "Invitations",
    about: "Links with a budget: make one, see who came, take one back.",
  },
  scenarios: {
    to: "/admin/scenarios",
    title: "Scenarios",
    about: "What everybody can practise: write, edit, publish.",
  },
  presets: { to: "/admin/presets", title: "Presets", about: "Named budgets to pick from when inviting." },
  users: {
    to: "/admin/users",
    title: "People",
    about: "Everyone with an account and every guest: role, budget, in or out.",
  },
  usage: { to: "/admin/usage", title: "Usage", about: "What is spent, by whom, and the daily ceiling." },
  audit: { to: "/admin/audit", title: "Audit", about: "Who changed what, and when." },
};

export const roleWords: Record<Role, { name: string; may: string }> = {
  GUEST: { name: "Guest", may: "Practises with a small budget." },
  USER: { name: "User", may: "Practises with the usual budget." },
  POWER_USER: { name: "Power user", may: "Also hands out invitations, from their own budget." },
  ADMIN: { name: "Administrator", may: "May do everything on these pages." },
};

/** How somebody without a name is called. */
export const namelessWords = { guest: "A guest", account: "No name", owner: "The owner" };

export const peopleWords = {
  title: "People",
  search: "Name, e-mail address or id",
  role: "Role",
  everyRole: "Every role",
  columns: { name: "Name", role: "Role", budget: "Practice budget", came: "Came" },
  find: "Search",
  found: (total: number) => (total === 1 ? "One person" : `${total.toLocaleString("en")} people`),
  none: { title: "Nobody like that", text: "Try fewer letters, or every role." },
  closed: "Closed",
  over: "Access over",
  left: (tokens: number) => `${tokens.toLocaleString("en")} left`,
};

export const personWords = {
  back: "All people",
  facts: {
    id: "Id",
    email: "E-mail address",
    unverified: "not verified by Google",
    google: "Google account",
    linked: "Linked",
    notLinked: "None",
    came: "Came",
    until: "Access until",
    conversations: "Conversations",
    last: "Last practised",
    never: "Never",
    state: "State",
    open: "May come in",
    closed: "Closed since",
    moved: "Work moved to an account",
    withdrawn: "Out: the invitation was withdrawn",
    over: "Out: the time of the invitation is over",
  },
  role: {
    title: "Role",
    about:
      "In force at their next click. A higher role brings the budget that it has more; a lower one takes nothing.",
    save: "Change role",
  },
  budget: {
    title: "Practice budget",
    about: "In weighted tokens. Every change is a line of the log, with its reason.",
    quota: "Given in all",
    used: "Used",
    held: "Held for running replies",
    left: "Left",
    amount: "Amount",
    amountHint: "A whole number of weighted tokens, up to 10 million",
    reason: "Reason",
    reasonHint: "Stands in the log for ever; no private matters",
    add: "Add",
    take: "Take",
  },
  access: {
    title: "Access",
    disableAbout:
      "Ends every session of theirs at once and stops replies on their way. What they have practised is kept.",
    disable: "Close this account",
    enableAbout: "They may come in again; they have to sign in anew.",
    enable: "Open this account again",
  },
  done: {
    role: "The role is changed.",
    budget: "The budget is changed.",
    disabled: "The account is closed, and its sessions have ended.",
    enabled: "The account is open again.",
  },
  refused: {
    role: "Choose one of the roles.",
    "last-admin": "This is the last administrator. Make somebody else one first.",
    amount: "Write a whole number from 1 to 10,000,000.",
    tooMuch: (most: number) => `There are only ${most.toLocaleString("en")} to take.`,
    tooLarge: "A budget can hold at most a billion.",
    reason: "Say why, in up to 200 characters.",
    intent: "This page had grown out of date. Nothing was changed; try again.",
  },
};

export const auditWords = {
  title: "Audit",
  about: "Who changed what. Lines are only ever added.",
  deed: "Deed",
  everyDeed: "Every deed",
  actor: "By whom",
  everyActor: "Anybody",
  program: "the program",
  erased: "somebody who is gone",
  printed: "the one printed at a start",
  filter: "Show",
  none: { title: "No such line", text: "Nothing of the kind has been done yet." },
  by: (name: string) => `by ${name}`,
};
