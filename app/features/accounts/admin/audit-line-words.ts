import { roleCalled } from "#app/features/accounts/person.ts";
import { roleWords } from "./admin-words.ts";

/** One thing that is known of a deed, as it was written down. */
export type Fact = [name: string, value: string | number | boolean | null];

/** "invitation made" as the beginning of a sentence. */
export function deedWords(deed: string): string {
  return deed.charAt(0).toUpperCase() + deed.slice(1);
}

/** What a line tells beside who and to whom, in words; what it only has for the program is left out. */
export function factsWords(facts: Fact[]): string {
  return facts.flatMap((fact) => factWords(fact) ?? []).join(", ");
}

function factWords([name, value]: Fact): string | null {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? (flags[name] ?? name) : null;
  if (typeof value === "number")
    return (amounts[name] ?? ((amount) => `${name}: ${amount}`))(counted(value), value);
  return (texts[name] ?? ((text) => `${name}: ${text}`))(value);
}

const flags: Record<string, string> = { new: "a new account" };

const amounts: Record<string, (amount: string, value: number) => string> = {
  seats: (amount, value) => (value === 1 ? "1 place" : `${amount} places`),
  days: (amount, value) => (value === 1 ? "open for 1 day" : `open for ${amount} days`),
  tokens: (amount) => `${amount} tokens`,
  toTokens: (amount) => `now ${amount} tokens`,
  amount: (amount, value) => (value > 0 ? `${amount} tokens added` : `${counted(-value)} tokens taken`),
  quotaTokens: (amount) => `${amount} in all`,
  guests: (amount, value) => (value === 1 ? "1 guest is out" : `${amount} guests are out`),
  refunded: (amount) => `${amount} tokens given back`,
};

const texts: Record<string, (text: string) => string> = {
  preset: (text) => `preset “${text}”`,
  name: (text) => `“${text}”`,
  from: (text) => `from ${named(text)}`,
  to: (text) => `now ${named(text)}`,
  role: named,
  reason: (text) => `reason: ${text}`,
};

/** A role by its name on screen; everything else by its own. */
function named(text: string): string {
  const role = roleCalled(text);
  return role === null ? `“${text}”` : roleWords[role].name;
}

function counted(amount: number): string {
  return amount.toLocaleString("en");
}
