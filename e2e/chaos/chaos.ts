import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { countOf, watchBudgets } from "./books.ts";
import { startCountedModel } from "./counted-model.ts";
import { Fleet } from "./fleet.ts";
import { failPointsInTurn, killAtRandom, type Plan } from "./killer.ts";
import { type BusyWorld, takeASeat } from "./learner.ts";
import { type Verdict, verdictOn } from "./verdict.ts";

/** After the last kill everything must have come to its end within this. */
const quietMs = 60_000;
/** Weighted tokens: from two turns to some twenty, so that budgets run out all the time. */
const budgets = [9_000, 20_000, 60_000];

/**
 * Learners talk, processes die, and at the end the books are checked. The database is one that exists already; nothing else
 * may use it meanwhile.
 */
export async function chaos(
  databaseUrl: string,
  { instances, learners, ...plan }: Plan & { instances: number; learners: number },
): Promise<Verdict> {
  const model = await startCountedModel();
  const environment = {
    DATABASE_URL: databaseUrl,
    SESSION_KEY: "ef".repeat(32),
    ANTHROPIC_API_KEY: "any",
    ANTHROPIC_BASE_URL: model.url,
  };
  const fleet = new Fleet(environment, failPointsInTurn());
  await fleet.start(instances);
  const { db, close } = openDatabase(databaseUrl, { connections: 4 });
  const tokens = await Promise.all(budgets.map((budget) => invite(db, budget)));
  const world: BusyWorld = {
    fleet,
    invitation: () => tokens[Math.floor(Math.random() * tokens.length)] ?? "",
    over: false,
    turns: [],
    answers: new Map(),
    stillAnswers: async (id) =>
      (await countOf(db, sql`runs where conversation_id = ${id} and status = 'running'`)) > 0,
    untrueStops: 0,
  };
  const overspent = watchBudgets(db);
  const seats = Promise.all(Array.from({ length: learners }, () => takeASeat(world)));

  await Promise.race([killAtRandom(fleet, plan), seats]);
  world.over = true;
  await fleet.calm();
  const quietSince = Date.now();
  await Promise.race([seats, sleep(quietMs)]);
  while (Date.now() - quietSince < quietMs && (await countOf(db, sql`runs where status = 'running'`)) > 0)
    await sleep(250);
  const quietTookMs = Date.now() - quietSince;

  const verdict = await verdictOn(world, { db, model, overspent: await overspent.end(), quietTookMs });
  await fleet.end();
  await close();
  await model.close();
  return { ...verdict, oddities: fleet.oddities };
}

function invite(db: Database, tokens: number): Promise<string> {
  const quota = { tokens, preset: null };
  return makeInvitation(db, { label: "Chaos", source: "person", seats: 100_000, quota, days: 1 });
}
