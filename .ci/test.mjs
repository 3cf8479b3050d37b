// `npm test`: every check there is, each with its own result, and one line that sums them up.
// Runs on Node 20 before anything is installed: node: modules only.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { buildWhenNeeded } from "../deploy/build.mjs";
import { installWhenNeeded } from "../deploy/install.mjs";
import { withLock } from "../deploy/lock.mjs";
import { npm, projectNode, root, run } from "../deploy/project.mjs";

const sum = { passed: 0, failed: 0, skipped: 0 };
const reports = mkdtempSync(join(tmpdir(), "coach-reports-"));
forgetSettings();

const onWait = () => console.log("Another start is preparing this folder; waiting for it…");
const ready = await withLock(join(root, ".cache/prepare.lock"), { onWait }, async () => {
  return (
    (await step("install", () => attempt(installWhenNeeded))) &&
    (await step("build", () => attempt(buildWhenNeeded)))
  );
});

// Without packages nothing can run, and each further failure would only hide the first.
if (ready || existsSync(join(root, "node_modules/.bin/vitest"))) {
  // Two cores: the checks one after another beside the tests, then the browser beside those that mostly wait.
  await Promise.all([checks(), step("vitest", () => vitest(["unit", "http"], 2))]);
  await step("browser", browser);
  await Promise.all([step("playwright", playwright), step("vitest, patient", () => vitest(["patient"], 1))]);
}

rmSync(reports, { recursive: true, force: true });
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`);
process.exit(sum.failed > 0 ? 1 : 0);

async function checks() {
  await step("format", () => npm(["run", "--silent", "format:check"]));
  await step("typecheck", () => npm(["run", "--silent", "typecheck"]));
  await step("lint", () => npm(["run", "--silent", "lint"]));
  await step("dead code", () => npm(["run", "--silent", "deadcode"]));
}

async function vitest(projects, workers) {
  const report = join(reports, `vitest-${projects.join("-")}.json`);
  const reporters = ["default", "json", ".ci/second-try.ts"].map((name) => `--reporter=${name}`);
  const chosen = projects.map((name) => `--project=${name}`);
  const result = await tool("vitest", [
    "run",
    `--maxWorkers=${workers}`,
    ...chosen,
    ...reporters,
    `--outputFile.json=${report}`,
  ]);
  for (const [line] of result.output.matchAll(/^ {2}at the second try: .*/gm)) console.log(line);
  return { ...result, counts: countsOf(report, vitestCounts) };
}

async function browser() {
  const find = `const { browserLaunch } = await import("./e2e/browser.ts");
    process.exit((await browserLaunch()).executablePath ? 0 : 1);`;
  const found = await run(projectNode(), ["--input-type=module", "--eval", find], environment());
  // The last resort, where the network allows it.
  return found.ok ? found : tool("playwright", ["install", "chromium"]);
}

async function playwright() {
  const report = join(reports, "playwright.json");
  const result = await tool("playwright", ["test", "--reporter=line,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return { ...result, counts: countsOf(report, playwrightCounts) };
}

function vitestCounts(report) {
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
}

/** What passes at the second try has passed, but is told by name: it may show a race. */
function playwrightCounts({ stats, suites }) {
  for (const title of suites.flatMap(flakyIn)) console.log(`  at the second try: ${title}`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function flakyIn({ suites = [], specs = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky"));
  return [...own.map(({ file, title }) => `${file} › ${title}`), ...suites.flatMap(flakyIn)];
}

/**
 * Runs one step, tells how it went, and adds it to the sum: by its tests where it counts them, else as one.
 * A step that failed without a failed test, or that ran no test at all, counts as one failure.
 */
async function step(name, work) {
  const startedAt = Date.now();
  const { ok, output, counts } = await work();
  const passed = counts ? counts.passed : ok ? 1 : 0;
  const ranNothing = counts !== undefined && counts.passed + counts.failed === 0;
  const failed = Math.max(counts?.failed ?? 0, ok && !ranNothing ? 0 : 1);
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += counts?.skipped ?? 0;
  const tests = counts
    ? ` (${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped)`
    : "";
  console.log(`${failed ? "✗" : "✓"} ${name} ${((Date.now() - startedAt) / 1000).toFixed(1)} s${tests}`);
  if (ranNothing) console.log(`  ${name} ran no test.`);
  if (failed) console.log(`${output.trimEnd()}\n`);
  return failed === 0;
}

async function attempt(work) {
  try {
    await work();
    return { ok: true, output: "" };
  } catch (error) {
    return { ok: false, output: error.message };
  }
}

function tool(name, args, more = {}) {
  return run(projectNode(), [`node_modules/.bin/${name}`, ...args], { ...environment(), ...more });
}

/** What the tools start as `node` is the project's Node too. */
function environment() {
  return { ...process.env, PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}` };
}

function countsOf(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** A running app's settings (PORT, DATA_DIR, a real key) are not for the tests, which bring their own. */
function forgetSettings() {
  const example = join(root, ".env.example");
  const names = existsSync(example)
    ? readFileSync(example, "utf8").matchAll(/^#?\s*([A-Z][A-Z0-9_]+)=/gm)
    : [];
  for (const [, name] of names) delete process.env[name];
  delete process.env.NODE_ENV;
}
