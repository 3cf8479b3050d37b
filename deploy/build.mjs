// Runs on Node 20: node: modules only.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm, root } from "./project.mjs";

const INPUTS = [
  "app",
  "db",
  "public",
  "deploy/precompress.mjs",
  "package.json",
  "package-lock.json",
  "react-router.config.ts",
  "tsconfig.json",
  "vite.config.ts",
];
const STAMP = join(root, "build/.inputs");

/** Builds the app when one of its inputs changed since the last build here. Throws the build's own words. */
export async function buildWhenNeeded() {
  const inputs = hashOfInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputs) return;
  console.log("Building (a few seconds)…");
  rmSync(STAMP, { force: true });
  const { ok, output } = await npm(["run", "--silent", "build"], { NODE_ENV: "production" });
  if (!ok) throw new Error(`The build failed:\n${output.trim()}`);
  writeFileSync(STAMP, inputs);
}

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const file of INPUTS.flatMap(filesIn)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  const about = statSync(join(root, path), { throwIfNoEntry: false });
  if (!about) return [];
  if (about.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
