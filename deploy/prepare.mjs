// Runs on Node 20, before anything is installed: node: modules only.
import { join } from "node:path";
import { buildWhenNeeded } from "./build.mjs";
import { installWhenNeeded } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { root } from "./project.mjs";

/**
 * Packages and, when asked for, the build: done when nothing is missing. Two starts in one folder take turns.
 * A failure ends the process with its reason.
 * @param {{ build: boolean }} options
 */
export async function prepare({ build }) {
  const onWait = () => console.log("Another start is preparing this folder; waiting for it…");
  try {
    await withLock(join(root, ".cache/prepare.lock"), { onWait }, async () => {
      await installWhenNeeded();
      if (build) await buildWhenNeeded();
    });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
