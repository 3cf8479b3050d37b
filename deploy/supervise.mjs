// Runs on Node 20: node: modules only.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { projectNode, root } from "./project.mjs";

// The terminal and npm both pass on one Ctrl-C; a second one meant as such comes later.
const SAME_SIGNAL_WITHIN_MS = 1_000;

/**
 * Runs a Node program of the project, passes signals on, and exits as it exits. The child sees 'disconnect' when this
 * process dies, whatever killed it.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {() => Promise<unknown>} [tidyUp] after the program's end
 */
export function supervise(args, env, tidyUp = async () => {}) {
  const child = spawn(projectNode(), args, {
    cwd: root,
    env,
    // Its own process group: signals reach it once, through us.
    detached: true,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  let lastSignalAt = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (Date.now() - lastSignalAt < SAME_SIGNAL_WITHIN_MS) return;
      lastSignalAt = Date.now();
      child.kill(signal);
    });
  }
  child.once("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once("exit", async (code, signal) => {
    await tidyUp();
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}
