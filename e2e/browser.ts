import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** What Playwright's `launch()` needs to know. Empty: Playwright's own download. */
export type BrowserLaunch = { executablePath?: string; env?: Record<string, string> };

/**
 * Chromium, wherever this machine has one: $CHROMIUM, an installed one, the one inside the npm package
 * `@sparticuz/chromium` (Linux on x64; unpacked once, in two seconds), and last Playwright's own download.
 */
export async function browserLaunch(): Promise<BrowserLaunch> {
  const named = process.env["CHROMIUM"];
  if (named) {
    if (!runs(named, {})) throw new Error(`CHROMIUM is set to ${named}, which does not run.`);
    return { executablePath: named };
  }
  const installed = INSTALLED.find((path) => existsSync(path) && runs(path, {}));
  if (installed) return { executablePath: installed };
  return (await packagedLaunch()) ?? {};
}

async function packagedLaunch(): Promise<BrowserLaunch | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = await unpacked();
  const executablePath = join(folder, "chromium");
  const env = environment(hasFonts() ? {} : { FONTCONFIG_PATH: join(folder, "fonts") });
  if (runs(executablePath, env)) return { executablePath, env };
  // A slim image has no NSS and friends: the package brings those libraries along.
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(folder, "al2023/lib") };
  if (runs(executablePath, withLibraries)) return { executablePath, env: withLibraries };
  return undefined;
}

/** The package's archives, unpacked in a folder of our own user: the program inside is for its owner only. */
async function unpacked(): Promise<string> {
  // Its module is two folders above the entry that `exports` lets us find.
  const packaged = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
  const { version } = JSON.parse(readFileSync(join(packaged, "package.json"), "utf8"));
  const folder = join(tmpdir(), `conversation-coach-chromium-${version}-${process.getuid?.()}`);
  if (existsSync(folder)) {
    const about = lstatSync(folder);
    if (about.isDirectory() && about.uid === process.getuid?.() && (about.mode & 0o022) === 0) return folder;
    throw new Error(`${folder} belongs to somebody else. Remove it, or set CHROMIUM or TMPDIR.`);
  }
  const draft = mkdtempSync(`${folder}-`);
  await inflateInto(draft, join(packaged, "bin"));
  chmodSync(draft, 0o700);
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // Another process was first.
  }
  return folder;
}

async function inflateInto(folder: string, archives: string): Promise<void> {
  const { inflate } = await import("@sparticuz/chromium");
  const usual = process.env["TMPDIR"];
  // The package unpacks into the temporary folder, and offers no other way to say where.
  process.env["TMPDIR"] = folder;
  try {
    await Promise.all(readdirSync(archives).map((archive) => inflate(join(archives, archive))));
  } finally {
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
  }
}

function hasFonts(): boolean {
  const list = spawnSync("fc-list", { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
}

function environment(more: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(inherited), ...more };
}

function runs(program: string, env: Record<string, string>): boolean {
  return (
    spawnSync(program, ["--version"], { env: { ...process.env, ...env }, stdio: "ignore", timeout: 20_000 })
      .status === 0
  );
}
