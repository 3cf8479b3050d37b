import { expect, test } from "vitest";
import { freshDatabase } from "#db/testing.ts";
import { chaos } from "./chaos.ts";
import { brokenPromises, told } from "./report.ts";

const kills = 20;

test("PK01 PK14 learners talk on while processes are killed at random and at named points: nothing is lost, doubled, overspent, leaked or stuck", async () => {
  const { url } = await freshDatabase();
  const verdict = await chaos(url, { kills, seconds: 90, zombies: 0, instances: 3, learners: 8 });
  expect(brokenPromises(verdict), told(verdict)).toEqual([]);
  const killed = Object.values(verdict.kills).reduce((sum, count) => sum + count, 0);
  expect(killed, told(verdict)).toBeGreaterThanOrEqual(kills);
  // It would prove nothing if nobody had been talking.
  expect(verdict.recoveries.length, told(verdict)).toBeGreaterThan(5);
}, 180_000);
