import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { textIn } from "#app/features/scenarios/before-start/before.ts";

/** Whether somebody had the conversation they had rehearsed. */
export const outcomes = ["had", "not-yet", "dropped"] as const;
export type Outcome = (typeof outcomes)[number];

/** A conversation outside of here, as its owner's page shows it. */
export type RealConversation = {
  id: string;
  /** The rehearsal; null once that is deleted. */
  conversationId: string | null;
  title: string;
  goal: string | null;
  plan: Plan | null;
  answer: Answer | null;
};

/** `helpStays`: what they kept has words that can be about self-harm. */
export type RealConversationOnPage = RealConversation & { helpStays: boolean };

/** When they mean to have it: "2026-12-01" and "15:30", as the clock on their own wall says it. */
export type Plan = { day: string; time: string };

export type Answer = {
  outcome: Outcome;
  hadOn: string | null;
  /** 0 (badly) to 10 (well). */
  howItWent: number | null;
  went: string | null;
  keep: string | null;
};

/** In characters (code points). */
export const answerCharacters = 2_000;

export type ReadPlan = { ok: true; plan: Plan } | { ok: false; typed: Plan; wrong: ("day" | "time")[] };

/** How far ahead somebody may plan; behind, a day, since it is still yesterday somewhere. */
const planDays = { behind: 1, ahead: 3 * 365 };

/** Reads the posted day and time. `now` is the server's; whose wall clock is meant, nobody knows. */
export function readPlan(fields: FormData, now: Date): ReadPlan {
  const typed = { day: textIn(fields, "day").slice(0, 40), time: textIn(fields, "time").slice(0, 40) };
  const day = dayIn(typed.day);
  const ahead = day === null ? Number.NaN : (day.getTime() - now.getTime()) / dayMs;
  const wrong: ("day" | "time")[] = [];
  if (!(ahead >= -planDays.behind - 1 && ahead <= planDays.ahead)) wrong.push("day");
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/u.test(typed.time)) wrong.push("time");
  return wrong.length > 0
    ? { ok: false, typed, wrong }
    : { ok: true, plan: { day: typed.day, time: typed.time.slice(0, 5) } };
}

/** As it was typed, to be shown again where it cannot be kept. */
export type TypedAnswer = {
  outcome: Outcome | null;
  hadOn: string;
  howItWent: number | null;
  went: string;
  keep: string;
};

export type AnswerField = "outcome" | "hadOn" | "went" | "keep";
export type ReadAnswer =
  | { ok: true; answer: Answer }
  | { ok: false; typed: TypedAnswer; wrong: AnswerField[] };

/** An answer that came back, and to which note it was. `help`: whom to call, and where, before it is kept. */
export type RefusedAnswer = Extract<ReadAnswer, { ok: false }> & { id: string; help: HelpRegion | null };

export function typedAnswer(fields: FormData): TypedAnswer {
  const how = fields.get("howItWent");
  return {
    outcome: outcomes.find((one) => one === fields.get("outcome")) ?? null,
    hadOn: textIn(fields, "hadOn").slice(0, 40),
    howItWent: typeof how === "string" && /^(?:\d|10)$/u.test(how) ? Number(how) : null,
    went: textIn(fields, "went"),
    keep: textIn(fields, "keep"),
  };
}

/** Reads the posted answer. Only whether they had it has to be said. */
export function readAnswer(fields: FormData, now: Date): ReadAnswer {
  const typed = typedAnswer(fields);
  const day = typed.hadOn === "" ? null : dayIn(typed.hadOn);
  const wrong: AnswerField[] = [];
  if (typed.outcome === null) wrong.push("outcome");
  // It is tomorrow already somewhere.
  if (typed.hadOn !== "" && !(day && day.getTime() - now.getTime() < dayMs && day.getUTCFullYear() >= 1900))
    wrong.push("hadOn");
  for (const field of ["went", "keep"] as const)
    if (Array.from(typed[field]).length > answerCharacters) wrong.push(field);
  const { outcome } = typed;
  if (wrong.length > 0 || outcome === null) return { ok: false, typed, wrong };
  const had = outcome === "had";
  return {
    ok: true,
    answer: {
      outcome,
      hadOn: had ? typed.hadOn || null : null,
      howItWent: had ? typed.howItWent : null,
      went: typed.went || null,
      keep: typed.keep || null,
    },
  };
}

const dayMs = 24 * 60 * 60 * 1_000;

/** Midnight (UTC) of a day that is in the calendar; null for any other text. */
function dayIn(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? null : day;
}
