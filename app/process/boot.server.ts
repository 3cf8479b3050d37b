import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chooseModel } from "#app/ai/choose-model.server.ts";
import type { Env } from "#app/env.server.ts";
import { selfHarmSignal } from "#app/features/coaching/safety/self-harm-signal.ts";
import { forgetOldMisses } from "#app/features/invitations/failed-lookups.server.ts";
import { refundEndedInvitations } from "#app/features/invitations/refund-unused.server.ts";
import { dieAt } from "#app/features/practice/fail-points.ts";
import { LaneKeeper } from "#app/features/practice/lanes/lane-keeper.server.ts";
import { LiveLanes } from "#app/features/practice/lanes/live-lanes.ts";
import {
  defaultTiming,
  type Practice,
  type PracticeLog,
  type Timing,
} from "#app/features/practice/practice.ts";
import { eraseUnusedGuests } from "#app/features/privacy/retention.server.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import type { Site } from "#app/middleware/contexts.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { isDatabaseAway } from "#db/failures.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedDatabase } from "#db/seeds/seed.ts";
import { log, logFailure } from "./log.server.ts";

/** Everything a request needs, and how to let go of it. */
export type App = {
  site: Site;
  db: Database;
  practice: Practice;
  embedded: boolean;
  stop(graceMs: number): Promise<void>;
};

/** Starts the database where it is ours, brings it to the newest schema, seeds it, and begins to look after orphans. */
export async function boot(env: Env, timing: Timing = defaultTiming): Promise<App> {
  log.level = env.logLevel;
  const embedded =
    env.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: env.dataDir, durable: true }) : null;
  const url = embedded?.url ?? env.databaseUrl ?? "";
  await onceDatabaseAnswers(() => migrateDatabase(url));
  // Its word lists are made ready at their first use, which takes 60 ms: not those of the first learner.
  selfHarmSignal("Good morning.");
  const { db, close } = openDatabase(url);
  await seedDatabase(db);

  const tell: PracticeLog = (level, what, facts) => log[level](facts, what);
  const practice: Practice = {
    db,
    model: chooseModel({
      anthropicApiKey: env.anthropicApiKey,
      anthropicBaseUrl: env.anthropicBaseUrl,
      partnerModel: env.partnerModel,
      coachModel: env.coachModel,
      scriptedPaceMs: env.scriptedPaceMs,
      log,
    }),
    instance: `${process.pid}-${randomBytes(4).toString("hex")}`,
    live: new LiveLanes(),
    keeper: new LaneKeeper({ db, timing, log: tell }),
    timing,
    draining: false,
    reached: dieAt(env.failAt),
    log: tell,
  };
  const sweeper = setInterval(() => {
    settleOrphans(practice).catch((error: unknown) => logFailure("orphans could not be settled", error));
  }, timing.sweepMs);
  sweeper.unref();
  const tidier = setInterval(() => {
    tidyInvitations(db).catch((error: unknown) => logFailure("invitations could not be tidied", error));
  }, tidyEveryMs);
  tidier.unref();
  const forget = () =>
    void eraseUnusedGuests(db, () => practice.draining).then(
      (guests) => guests > 0 && log.info({ guests }, "unused guests erased"),
      (error: unknown) => practice.draining || logFailure("unused guests could not be erased", error),
    );
  const forgetter = setInterval(forget, forgetEveryMs);
  forgetter.unref();
  forget();

  return {
    site: {
      origin: env.appOrigin,
      secure: env.secure,
      sessionKeys: env.sessionKeys ?? [await keptSessionKey(env.dataDir)],
      scripted: env.anthropicApiKey === null,
      google: env.google,
      adminEmails: env.adminEmails,
    },
    db,
    practice,
    embedded: embedded !== null,
    async stop(graceMs) {
      clearInterval(sweeper);
      clearInterval(tidier);
      clearInterval(forgetter);
      await practice.live.drain(graceMs);
      await close();
      await embedded?.stop();
    },
  };
}

/** What an invitation that has run out still holds goes back soon enough. */
const tidyEveryMs = 60_000;

async function tidyInvitations(db: Database): Promise<void> {
  await refundEndedInvitations(db);
  await forgetOldMisses(db);
}
/** What guests left unused is deleted within this time of its day. */
const forgetEveryMs = 3_600_000;

/** How long a start waits for a database that is away, as when both are started together. */
const databaseWaitMs = 60_000;
const databaseRetryMs = 1_000;

async function onceDatabaseAnswers(work: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + databaseWaitMs;
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > deadline) throw error;
      if (tries === 1) log.warn({ forSeconds: databaseWaitMs / 1000 }, "waiting for the database");
      await new Promise((resolve) => setTimeout(resolve, databaseRetryMs));
    }
  }
}

/** Made at the first start and kept beside the embedded database, readable by this user alone. */
async function keptSessionKey(dataDir: string): Promise<string> {
  const file = join(dataDir, "session-key");
  const draft = `${file}.${process.pid}`;
  await mkdir(dataDir, { recursive: true });
  await writeFile(draft, randomBytes(32).toString("hex"), { mode: 0o600 });
  // A link is made whole or not at all: of two first starts at once both read the same key.
  await link(draft, file).catch(() => {});
  await unlink(draft);
  return (await readFile(file, "utf8")).trim();
}
