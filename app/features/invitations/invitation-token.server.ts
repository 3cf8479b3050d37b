import { createHash, randomBytes } from "node:crypto";

const tokenBytes = 32;

/** 256 random bits, base64url: 43 characters. Shown once; only its hash is kept. */
export function makeToken(): string {
  return randomBytes(tokenBytes).toString("base64url");
}

/** SHA-256, hex. A plain hash is enough for 256 random bits (ASVS 6.5.2). */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
