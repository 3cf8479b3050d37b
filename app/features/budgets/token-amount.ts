import { z } from "zod";

/** More than anybody will ever need, and far from where an integer column ends. */
export const mostTokens = 1_000_000_000;

/** Digits, perhaps with a sign and with spaces or commas between thousands; nothing a machine would read as a number. */
const written = /^[+-]?\d{1,3}(?:[ ,]?\d{3})*$/;

/** A typed amount of weighted tokens: "25000", "25,000", "-5 000". */
export const tokenAmount = z
  .string()
  .trim()
  .transform((text) => text.replace("\u2212", "-"))
  .refine((text) => written.test(text))
  .transform((text) => Number(text.replaceAll(/[ ,]/g, "")))
  .refine((amount) => Math.abs(amount) <= mostTokens);
