import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coach supervise "));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("it exits as its server exits", async () => {
  const launcher = launch("process.exit(7);");
  expect(await launcher.exited).toBe(7);
});

test("one Ctrl-C, sent twice by terminal and npm, reaches the server once", async () => {
  const launcher = launch(`
    let heard = 0;
    process.on("SIGINT", () => {
      heard += 1;
      console.log("heard");
      setTimeout(() => process.exit(heard === 1 ? 0 : 9), 200);
    });
    setInterval(() => {}, 1000);
    console.log("up");
  `);
  await launcher.says("up");
  launcher.kill("SIGINT");
  await launcher.says("heard");
  launcher.kill("SIGINT");
  expect(await launcher.exited).toBe(0);
});

test("when the launcher is killed, the server learns of it", async () => {
  const launcher = launch(`
    process.on("disconnect", () => { console.log("left alone"); process.exit(0); });
    setInterval(() => {}, 1000);
    console.log("up");
  `);
  await launcher.says("up");
  launcher.kill("SIGKILL");
  await launcher.says("left alone");
});

function launch(server: string) {
  writeFileSync(join(folder, "server.mjs"), server);
  const supervise = new URL("./supervise.mjs", import.meta.url).href;
  const script = `
    import { supervise } from ${JSON.stringify(supervise)};
    supervise([${JSON.stringify(join(folder, "server.mjs"))}], process.env);
  `;
  const launcher = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let hear = () => {};
  launcher.stdout.on("data", (text) => {
    said += text;
    hear();
  });
  return {
    exited: new Promise((exited) => launcher.once("exit", exited)),
    kill: (signal: NodeJS.Signals) => launcher.kill(signal),
    says: (words: string) =>
      new Promise<void>((heard) => {
        hear = () => said.includes(words) && heard();
        hear();
      }),
  };
}
