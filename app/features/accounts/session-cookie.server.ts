import { createHash } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";
import { uuidv7 } from "uuidv7";

/**
 * The session travels in an encrypted cookie (JWE, `dir` with A256GCM: RFC 7516) that says who, at which epoch, and until
 * when. The server checks all three; the browser's own expiry is only tidiness.
 */
export type Session = {
  /** Names this sign-in, so that it alone can be signed out. */
  id: string;
  personId: string;
  epoch: number;
  expiresAt: Date;
};

/** How long an account stays signed in without coming back. A guest's session lasts as long as the invitation. */
export const accountSessionDays = 7;
const msPerDay = 24 * 60 * 60 * 1000;

/** A fresh sign-in of an account. */
export function accountSession(account: { id: string; epoch: number }): Session {
  return { id: uuidv7(), personId: account.id, epoch: account.epoch, expiresAt: accountSessionEnd() };
}

/**
 * The same sign-in with its full time again, or null while it is younger than a day: responses that cross must not fight
 * over the cookie.
 */
export function renewedSession(session: Session): Session | null {
  const expiresAt = accountSessionEnd();
  return expiresAt.getTime() - session.expiresAt.getTime() < msPerDay ? null : { ...session, expiresAt };
}

function accountSessionEnd(): Date {
  return new Date(Date.now() + accountSessionDays * msPerDay);
}

/** Binds the value to its use: a value of another cookie with the same key is refused. */
const audience = "session";
const issuer = "conversation-coach";

/** Encrypts with the newest key. Keys are 64 hex characters, newest first. */
export async function sealSession(keys: string[], session: Session): Promise<string> {
  const newest = keys[0];
  if (!newest) throw new Error("no session key");
  return new EncryptJWT({ epoch: session.epoch })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: keyId(newest) })
    .setIssuer(issuer)
    .setAudience(audience)
    .setJti(session.id)
    .setSubject(session.personId)
    .setIssuedAt()
    .setExpirationTime(session.expiresAt)
    .encrypt(Buffer.from(newest, "hex"));
}

/** Null for anything that is not a session we sealed and that still runs: forged, cut, of a removed key, expired. */
export async function openSession(keys: string[], value: string): Promise<Session | null> {
  const known = opened.get(keys)?.get(value);
  if (known) return known.expiresAt.getTime() > Date.now() ? known : null;
  const session = await decrypted(keys, value);
  if (session) remember(keys, value, session);
  return session;
}

/** A page and its streams send the same cookie again and again. Nothing in it changes but whether it has expired. */
const opened = new WeakMap<string[], Map<string, Session>>();
const openedLimit = 1_000;

function remember(keys: string[], value: string, session: Session): void {
  const of = opened.get(keys) ?? new Map<string, Session>();
  if (of.size >= openedLimit) of.clear();
  opened.set(keys, of.set(value, session));
}

async function decrypted(keys: string[], value: string): Promise<Session | null> {
  try {
    const { payload } = await jwtDecrypt(
      value,
      (header) => {
        const key = keys.find((candidate) => keyId(candidate) === header.kid);
        if (!key) throw new Error("unknown key");
        return Buffer.from(key, "hex");
      },
      { issuer, audience, contentEncryptionAlgorithms: ["A256GCM"], keyManagementAlgorithms: ["dir"] },
    );
    const { jti, sub, exp, epoch } = payload;
    if (!jti || !sub || !exp || typeof epoch !== "number") return null;
    return { id: jti, personId: sub, epoch, expiresAt: new Date(exp * 1000) };
  } catch {
    return null;
  }
}

/** Tells keys apart without telling anything about them. */
function keyId(key: string): string {
  return createHash("sha256").update(key.toLowerCase()).digest("hex").slice(0, 8);
}
