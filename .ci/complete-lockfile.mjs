// Run after each change of package-lock.json: node .ci/complete-lockfile.mjs
// A registry that lacks a package for a platform we are not on lets `npm install` write a lockfile without it, on which
// `npm ci` then fails everywhere. This adds the missing entries, by version only: npm skips them on other platforms.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../deploy/project.mjs";

const OPERATING_SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
  "wasm32",
];
const LIBRARIES = { gnu: "glibc", musl: "musl" };

const file = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lookUp(path, name)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    console.log(`added ${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** As Node finds it: beside the dependent, or in a folder above. */
function lookUp(path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf("node_modules/") - 1))) {
    const found = lock.packages[`${from ? `${from}/` : ""}node_modules/${name}`];
    if (found || from === "") return found;
  }
}

function platformOf(name) {
  const words = name.split(/[-/]/);
  const find = (known) => known.filter((word) => words.includes(word)).slice(0, 1);
  const os = find(OPERATING_SYSTEMS);
  const cpu = find(PROCESSORS);
  const libc = Object.keys(LIBRARIES)
    .filter((word) => words.includes(word))
    .map((word) => LIBRARIES[word]);
  return { ...(cpu.length && { cpu }), ...(libc.length && { libc }), ...(os.length && { os }) };
}
