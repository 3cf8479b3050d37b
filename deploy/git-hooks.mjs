// Runs after an install. Only in a checkout of this very project: in a copy inside another repository it is not our place.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

if (existsSync(join(root, ".git")) && existsSync(join(root, ".ci/hooks"))) {
  try {
    execFileSync("git", ["config", "core.hooksPath", ".ci/hooks"], { cwd: root, stdio: "ignore" });
  } catch {
    // No git here, or a read-only checkout: the checks run in `npm test` all the same.
  }
}
