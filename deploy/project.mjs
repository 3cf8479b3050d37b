// Runs on Node 20, before anything is installed: node: modules only.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [22, 12];

/** The Node that comes with the project's packages; the caller's where there is none for this platform. */
export function projectNode() {
  const own = join(root, "node_modules/.bin/node");
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]))
    return process.execPath;
  throw new Error(
    `No Node for ${process.platform}-${process.arch} among the packages: install Node 24 or newer.`,
  );
}

/**
 * Runs npm quietly with the caller's own Node, not the one inside node_modules, which an install replaces.
 * @param {string[]} args
 * @param {Record<string, string>} [more] environment
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function npm(args, more = {}) {
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith("node_modules/.bin"));
  return run("npm", args, { ...process.env, PATH: path.join(delimiter), ...more });
}

/**
 * Runs a program in the project's folder and keeps what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(program, args, env = process.env) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("error", (error) => done({ ok: false, output: `${program}: ${error.message}` }));
    child.once("close", (code) => done({ ok: code === 0, output }));
  });
}
