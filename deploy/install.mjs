// Runs on Node 20, before anything is installed: node: modules only.
import { accessSync, constants, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { npm, root } from "./project.mjs";

/** Installs the packages of package-lock.json when they are not what node_modules holds. Throws npm's reason. */
export async function installWhenNeeded() {
  if (isInstalled()) return;
  console.log("Installing packages (first start, about a minute)…");
  const { ok, output } = await npm(
    // The build needs the development packages, whatever NODE_ENV says.
    ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    writableCache(),
  );
  if (!ok) throw new Error(`The packages could not be installed:\n${output.trim()}`);
}

/** npm leaves a record of what it installed, written last: no stamp of our own can be truer. */
function isInstalled() {
  const wanted = packagesIn("package-lock.json");
  const found = packagesIn("node_modules/.package-lock.json");
  if (!wanted || !found) return false;
  const names = Object.keys(wanted).filter((name) => name !== "");
  return (
    names.every((name) => (found[name] ? isSame(wanted[name], found[name]) : isOptional(wanted[name]))) &&
    Object.keys(found).every((name) => name in wanted)
  );
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(join(root, lockfile), "utf8")).packages;
  } catch {
    return undefined;
  }
}

function isSame(one, other) {
  return one.version === other.version && one.integrity === other.integrity;
}

function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true || entry.peer === true;
}

/** Some accounts have no home folder they may write, and npm keeps its cache there. */
function writableCache() {
  let folder = process.env.npm_config_cache ?? join(homedir(), ".npm");
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: mkdtempSync(join(tmpdir(), "npm-cache-")) };
  }
}
