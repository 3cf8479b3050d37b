import { setTimeout as sleep } from "node:timers/promises";
import { type FailPoint, failPoints } from "#app/features/practice/fail-points.ts";
import type { Fleet } from "./fleet.ts";

export type Plan = {
  /** Ends of processes, of whatever kind, before it is enough. */
  kills: number;
  /** Not longer than this, whatever was reached. */
  seconds: number;
  /** How many of them are sleeps longer than the lease. */
  zombies: number;
};

const pauseMs = { least: 200, most: 1_000 };
/** A process with a fail point gets this long to come to it. */
const patienceMs = 8_000;
/** The lease is 20 s. */
const zombieSleepMs = 25_000;
const shareOfLastOnes = 0.1;
const shareOfTerms = 0.12;
const shareOfArmed = 0.4;

/** Every second or third new process dies at a named point, each point in its turn. */
export function failPointsInTurn(): () => FailPoint | null {
  let next = Math.floor(Math.random() * failPoints.length);
  return () => (Math.random() < shareOfArmed ? (failPoints[next++ % failPoints.length] ?? null) : null);
}

/** Ends processes at random moments until there were enough, and waits until every sleeper is awake. */
export async function killAtRandom(fleet: Fleet, { kills, seconds, zombies }: Plan): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  const sleeps: Promise<void>[] = [];
  let asleep = false;
  while (fleet.deaths.length < kills && Date.now() < deadline) {
    await sleep(pauseMs.least + Math.random() * (pauseMs.most - pauseMs.least));
    const up = fleet.slots.filter((slot) => slot.up);
    const slot = up[Math.floor(Math.random() * up.length)];
    // Mostly one goes while another stays, as in life; now and then all are gone at once.
    if (up.length < 2 && Math.random() > shareOfLastOnes) continue;
    if (!slot || (slot.armed && Date.now() - slot.upSince < patienceMs)) continue;
    const zombieIsDue = fleet.deaths.length >= ((sleeps.length + 0.5) * kills) / zombies;
    if (zombieIsDue && !asleep && sleeps.length < zombies) {
      asleep = true;
      sleeps.push(fleet.sleepFor(slot, zombieSleepMs).finally(() => (asleep = false)));
    } else fleet.signal(slot, Math.random() < shareOfTerms ? "SIGTERM" : "SIGKILL");
  }
  await Promise.all(sleeps);
}
