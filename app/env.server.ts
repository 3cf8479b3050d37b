import { z } from "zod";
import {
  googleEndpoints,
  type GoogleSettings,
  standInEndpoints,
} from "./features/accounts/google-settings.ts";
import { failPoints } from "./features/practice/fail-points.ts";

/**
 * The environment, read once and checked before anything starts; nothing else reads `process.env`. A wrong value stops
 * the boot with one line that names the variable and the mend. Every variable stands in `.env.example`.
 */
export type Env = ReturnType<typeof readEnv>;

/** Throws `EnvError` with one line per wrong variable. */
export function readEnv(source: Record<string, string | undefined> = process.env) {
  const result = schema.safeParse(withoutEmpty(source));
  if (!result.success) throw new EnvError(result.error.issues.map((issue) => issue.message).join("\n"));
  const env = result.data;

  const appOrigin = env.APP_ORIGIN ?? `http://localhost:${env.PORT}`;
  if (env.DATABASE_URL && !env.SESSION_KEY) {
    throw new EnvError(
      "SESSION_KEY is missing: with DATABASE_URL set it must be 64 hex characters (make one with: openssl rand -hex 32)",
    );
  }
  if ((env.GOOGLE_CLIENT_ID === undefined) !== (env.GOOGLE_CLIENT_SECRET === undefined)) {
    const missing = env.GOOGLE_CLIENT_ID === undefined ? "GOOGLE_CLIENT_ID" : "GOOGLE_CLIENT_SECRET";
    throw new EnvError(
      `${missing} is missing: sign-in with Google needs both the id and the secret (or neither)`,
    );
  }
  return {
    production: env.NODE_ENV === "production",
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR,
    port: env.PORT,
    host: env.HOST,
    appOrigin,
    /** Cookies are `__Host-` and Secure exactly then. */
    secure: appOrigin.startsWith("https:"),
    /** Newest first; null: made and kept in the data folder. */
    sessionKeys: env.SESSION_KEY ?? null,
    /** Null: nobody signs in with Google here. */
    google: googleOf(env, appOrigin),
    /** Whose verified Google address makes them an administrator. */
    adminEmails: env.ADMIN_EMAILS ?? [],
    anthropicApiKey: env.ANTHROPIC_API_KEY ?? null,
    anthropicBaseUrl: env.ANTHROPIC_BASE_URL ?? null,
    partnerModel: env.PARTNER_MODEL,
    coachModel: env.COACH_MODEL,
    deepgramApiKey: env.DEEPGRAM_API_KEY ?? null,
    elevenlabsApiKey: env.ELEVENLABS_API_KEY ?? null,
    scriptedPaceMs: env.SCRIPTED_PACE_MS,
    /** For tests of crashes only. */
    failAt: env.FAIL_AT ?? null,
    // On a laptop the terminal should show the address and the links, not every request.
    logLevel: env.LOG_LEVEL ?? (env.DATABASE_URL ? "info" : "warn"),
  };
}

export class EnvError extends Error {}

const schema = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"], "NODE_ENV must be development, production or test")
    .default("development"),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      "DATABASE_URL must begin with postgres:// (or be empty for the embedded database)",
    )
    .optional(),
  DATA_DIR: z.string().default(".data"),
  PORT: wholeNumber("PORT", 1, 65_535, 3000),
  HOST: z.string().default("127.0.0.1"),
  APP_ORIGIN: z
    .string()
    .transform((value, context) => {
      const url = URL.canParse(value) ? new URL(value) : null;
      if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search) return url.origin;
      context.addIssue("APP_ORIGIN must be an origin such as https://coach.example (no path)");
      return z.NEVER;
    })
    .optional(),
  SESSION_KEY: z
    .string()
    .transform((value) => value.split(",").map((key) => key.trim()))
    .refine(
      (keys) => keys.every((key) => /^[0-9a-f]{64}$/i.test(key)),
      "SESSION_KEY must be 64 hex characters, or several of those separated by commas, newest first (make one with: openssl rand -hex 32)",
    )
    .optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_CALLBACK_URL: webAddress("GOOGLE_CALLBACK_URL"),
  GOOGLE_BASE_URL: webAddress("GOOGLE_BASE_URL"),
  ADMIN_EMAILS: z
    .string()
    .transform((value) => value.split(",").map((address) => address.trim()))
    .refine(
      (addresses) => addresses.every((address) => /^[^\s@]+@[^\s@]+$/.test(address)),
      "ADMIN_EMAILS must be e-mail addresses separated by commas, or empty",
    )
    .optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: webAddress("ANTHROPIC_BASE_URL"),
  PARTNER_MODEL: z.string().default("claude-sonnet-5-5"),
  COACH_MODEL: z.string().default("claude-haiku-5-5"),
  DEEPGRAM_API_KEY: z.string().optional(),
  ELEVENLABS_API_KEY: z.string().optional(),
  SCRIPTED_PACE_MS: wholeNumber("SCRIPTED_PACE_MS", 0, 10_000, 40),
  FAIL_AT: z
    .string()
    .transform((value, context) => {
      const [name, chance = "1"] = value.split(":");
      const point = failPoints.find((known) => known === name);
      if (point && /^(0(\.\d+)?|1)$/.test(chance)) return { point, chance: Number(chance) };
      context.addIssue(
        `FAIL_AT must be one of ${failPoints.join(", ")}, with :chance if not always (and empty in production)`,
      );
      return z.NEVER;
    })
    .optional(),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "silent"],
      "LOG_LEVEL must be fatal, error, warn, info, debug or silent",
    )
    .optional(),
});

function googleOf(env: z.infer<typeof schema>, appOrigin: string): GoogleSettings | null {
  if (!env.GOOGLE_CLIENT_ID || !env.GOOGLE_CLIENT_SECRET) return null;
  return {
    clientId: env.GOOGLE_CLIENT_ID,
    clientSecret: env.GOOGLE_CLIENT_SECRET,
    callbackUrl: env.GOOGLE_CALLBACK_URL ?? `${appOrigin}/api/auth/google/callback`,
    endpoints: env.GOOGLE_BASE_URL ? standInEndpoints(env.GOOGLE_BASE_URL) : googleEndpoints,
  };
}

function webAddress(name: string) {
  return z.url({ protocol: /^https?$/, error: `${name} must be an http(s) URL, or empty` }).optional();
}

function wholeNumber(name: string, least: number, most: number, fallback: number) {
  const message = `${name} must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
    .default(fallback);
}

/** `PORT=` in a file means the same as no PORT. */
function withoutEmpty(source: Record<string, string | undefined>) {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
}
