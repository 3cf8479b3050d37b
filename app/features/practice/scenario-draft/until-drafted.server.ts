import { and, eq, sql } from "drizzle-orm";
import { Bell } from "#app/features/practice/viewers/bell.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import type { OwnScenario } from "#app/features/scenarios/own/own-scenario.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarios } from "#db/schema/scenarios.ts";

/**
 * Waits until nothing drafts this scenario of theirs any more, here or on another instance, but at most `ms`. A run whose
 * writer is gone is settled on the way. False when it still runs then.
 */
export async function untilDrafted(practice: Practice, own: OwnScenario, ms: number): Promise<boolean> {
  const bell = new Bell();
  const unwatch = practice.live.watch(own.id, own.id, () => bell.ring());
  const deadline = performance.now() + ms;
  try {
    for (;;) {
      const running = await runningDraft(practice, own);
      if (!running) return true;
      if (running.orphaned && (await settleOrphans(practice, own.id)) > 0) continue;
      const left = deadline - performance.now();
      if (left <= 0) return false;
      await untilEnded(practice, own, bell, Math.min(left, practice.timing.pollMs));
    }
  } finally {
    unwatch();
  }
}

async function runningDraft({ db }: Practice, { id, ownerId }: OwnScenario) {
  const [running] = await db
    .select({ orphaned: sql<boolean>`${runs.leaseUntil} < clock_timestamp()` })
    .from(runs)
    .innerJoin(scenarios, eq(scenarios.id, runs.scenarioId))
    .where(and(eq(scenarios.id, id), eq(scenarios.ownerId, ownerId), eq(runs.status, "running")));
  return running;
}

/** Each word of a live draft rings; only its end (or time) is worth another look at the database. */
async function untilEnded({ live }: Practice, { id }: OwnScenario, bell: Bell, ms: number): Promise<void> {
  const writtenHere = live.of(id).length > 0;
  const deadline = performance.now() + ms;
  do await bell.wait(Math.max(1, deadline - performance.now()));
  while (writtenHere && live.of(id).length > 0 && performance.now() < deadline);
}
