import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** The server under test has this core to itself; everything else of the bench runs on the other. */
export const serverCore = 0;
const loadCore = 1;

/** What /proc counts time in: USER_HZ, 100 a second on every Linux that Node runs on. */
const msPerTick = 10;

/** Is there a second core, and a way to keep to one? Without it the figures are of no use beside others. */
export const canPin = process.platform === "linux" && availableParallelism() > 1 && hasTaskset();

/** Keeps this process, with all its threads and whatever it starts, on the load's core. */
export function pinLoad(): void {
  keepOn(`${loadCore}`);
}

/** Lets what is started from now on have both cores: a learner's browser has a machine of its own. */
export function unpinLoad(): void {
  keepOn(`${serverCore},${loadCore}`);
}

function keepOn(cores: string): void {
  if (canPin) execFileSync("taskset", ["-apc", cores, `${process.pid}`], { stdio: "ignore" });
}

/** CPU time of a process so far, in ms, by the kernel's account (user and system, all threads). */
export function cpuMsOf(pid: number): number {
  // The name in brackets may hold spaces; what is counted follows after it.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/** Resident memory of a process in KB. */
export function residentKbOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}

/** CPU time the server's core was busy so far, in ms: what is above the server's own was somebody else's. */
export function busyMsOfServerCore(): number {
  const line = new RegExp(`^cpu${serverCore} (.*)$`, "m").exec(readFileSync("/proc/stat", "utf8"))?.[1] ?? "";
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = line.split(" ").map(Number);
  return (user + nice + system + irq + softIrq) * msPerTick;
}

function hasTaskset(): boolean {
  try {
    execFileSync("taskset", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
