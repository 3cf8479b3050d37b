import { EncryptJWT, jwtDecrypt } from "jose";
import { uuidv7 } from "uuidv7";
import { makeToken } from "./invitation-token.server.ts";

/** A link that is to be made: the row's id and the token, known to nobody before the form that carries them is posted. */
export type NewLink = { id: string; token: string };

/** Binds the value to its use: a session's with the same key is refused. */
const audience = "invitation-link";
/** How long a form may lie open. */
const sealedFor = "12h";

/**
 * A fresh link for one form, encrypted so that only the server can read it and bound to who is to send it. Whoever sends
 * the form twice sends the same link twice, which makes one invitation. Keys are 64 hex characters, newest first.
 */
export async function sealNewLink(keys: string[], personId: string): Promise<string> {
  return new EncryptJWT({ token: makeToken() })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setAudience(audience)
    .setSubject(personId)
    .setJti(uuidv7())
    .setExpirationTime(sealedFor)
    .encrypt(Buffer.from(keys[0] ?? "", "hex"));
}

/** Null for anything that was not sealed by us for this person, or too long ago. */
export async function openLink(keys: string[], sealed: string, personId: string): Promise<NewLink | null> {
  for (const key of keys) {
    const link = await opened(Buffer.from(key, "hex"), sealed, personId);
    if (link) return link;
  }
  return null;
}

async function opened(key: Buffer, sealed: string, personId: string): Promise<NewLink | null> {
  try {
    const { payload } = await jwtDecrypt(sealed, key, {
      audience,
      subject: personId,
      contentEncryptionAlgorithms: ["A256GCM"],
      keyManagementAlgorithms: ["dir"],
    });
    const { jti, token } = payload;
    return jti && typeof token === "string" ? { id: jti, token } : null;
  } catch {
    return null;
  }
}
