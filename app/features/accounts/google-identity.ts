import { z } from "zod";

/** Who Google says this is. Only `subject` identifies; the rest is shown, and may change or be missing. */
export type GoogleIdentity = {
  subject: string;
  name: string | null;
  email: string | null;
  /** Google says that the address is theirs. */
  emailVerified: boolean;
};

const longestName = 100;
/** RFC 5321, 4.5.3.1: 64 before the sign and 255 after it. */
const longestEmail = 320;

const profile = z.object({
  sub: z.string().min(1).max(255),
  name: z.unknown().optional(),
  email: z.unknown().optional(),
  email_verified: z.unknown().optional(),
});

/** Reads Google's user info. Throws `ZodError` when it does not say who it is about. */
export function readGoogleIdentity(raw: unknown): GoogleIdentity {
  const { sub, name, email, email_verified } = profile.parse(raw);
  const address = tidy(email);
  const known = address !== null && address.length <= longestEmail;
  return {
    subject: sub,
    name: tidy(name)?.slice(0, longestName).toWellFormed() ?? null,
    email: known ? address : null,
    emailVerified: known && email_verified === true,
  };
}

/**
 * Is this one of the addresses whose owners are administrators? Only one that Google has verified counts, letter by
 * letter: case is ignored for plain ASCII alone, since other scripts have letters that become an ASCII one in lower case.
 */
export function isAdminAddress({ email, emailVerified }: GoogleIdentity, adminEmails: string[]): boolean {
  if (!emailVerified || email === null || !/^[\x21-\x7e]+$/.test(email)) return false;
  return adminEmails.some((address) => address.toLowerCase() === email.toLowerCase());
}

/** What PostgreSQL cannot hold is left out; nothing but blanks is nothing. */
function tidy(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.toWellFormed().replaceAll("\0", "").trim();
  return text === "" ? null : text;
}
