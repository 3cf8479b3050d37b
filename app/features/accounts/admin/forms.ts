import { z } from "zod";
import { roleCalled } from "#app/features/accounts/person.ts";
import { personWords } from "./admin-words.ts";

/** Weighted tokens; more at once is a slip of the hand. */
const mostTokens = 10_000_000;
/** The counters are 32-bit integers. */
const mostInAll = 1_000_000_000;
const longestReason = 200;
const longestSearch = 100;

export type PersonForm = {
  intent: "role" | "budget" | "disable" | "enable";
  /** As it was typed, to come back to its place. */
  amount: string;
  reason: string;
};

const { refused } = personWords;

export type PersonErrors = { form?: string; amount?: string; reason?: string };

/** What a budget's form asks for, given what the person has; errors stand at their fields. */
export function readAdjustment(
  fields: FormData,
  { quota }: { quota: number },
): { ok: true; amount: number; reason: string } | { ok: false; errors: PersonErrors } {
  const errors: PersonErrors = {};
  const typed = textOf(fields, "amount").replaceAll(/[\s,]/g, "");
  const number = /^\d{1,8}$/.test(typed) ? Number(typed) : 0;
  const taking = textOf(fields, "direction") === "take";
  if (number < 1 || number > mostTokens) errors.amount = refused.amount;
  else if (taking && number > quota) errors.amount = refused.tooMuch(quota);
  else if (!taking && quota + number > mostInAll) errors.amount = refused.tooLarge;
  const reason = textOf(fields, "reason");
  if (reason === "" || [...reason].length > longestReason) errors.reason = refused.reason;
  if (errors.amount || errors.reason) return { ok: false, errors };
  return { ok: true, amount: taking ? -number : number, reason };
}

const intents = z.enum(["role", "budget", "disable", "enable"]).nullable().catch(null);

export function readPersonForm(fields: FormData) {
  return { intent: intents.parse(fields.get("intent")), role: roleCalled(fields.get("role")) };
}

/** A search from an address: any text, made fit for the database. */
export function readSearch(params: URLSearchParams): string {
  return tidied(params.get("search") ?? "").slice(0, longestSearch);
}

/** `?page=2`; anything else is the first. */
export function readPage(params: URLSearchParams): number {
  const asked = params.get("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

/** What was typed into a field, without what PostgreSQL cannot hold; empty for a file. */
export function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? tidied(value) : "";
}

function tidied(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").trim();
}
