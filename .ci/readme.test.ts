import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const readme = readFileSync("README.md", "utf8");
const documents = ["README.md", ...markdownIn("docs")];
const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);

// npm runs these by itself; nobody types them.
const LIFECYCLE = ["prepare"];
// Of a running app, not of the repository.
const MADE_BY_RUNNING = /^(node_modules|build|postgres)\//;

test("the scripts table names every script of package.json, and no other", () => {
  const named = firstCells("Scripts").map((cell) => /^npm (?:run )?([\w:-]+)$/.exec(cell)?.[1] ?? cell);
  expect(named.toSorted()).toEqual(scripts.filter((name) => !LIFECYCLE.includes(name)).toSorted());
});

test("the environment table names every variable of .env.example, in its order, and no other", () => {
  const example = readFileSync(".env.example", "utf8");
  const variables = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name ?? "");
  expect(variables).not.toEqual([]);
  expect(firstCells("Environment")).toEqual(variables);
});

test.each(documents)("%s names only files and folders that are there", (document) => {
  const missing = spansOf(read(document)).filter((span) => looksLikeAPath(span) && !existsSync(span));
  expect(missing).toEqual([]);
});

test.each(documents)("%s links only to what is there", (document) => {
  const links = [...read(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)|src="([^"]+)"/g)]
    .map(([, link, image]) => link ?? image ?? "")
    .filter((link) => !/^https?:/.test(link));
  expect(links.filter((link) => !existsSync(normalize(join(dirname(document), link))))).toEqual([]);
});

test.each(documents)("%s tells nobody to run a script that is not there", (document) => {
  const told = [...read(document).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? "");
  expect(told.filter((name) => !scripts.includes(name))).toEqual([]);
});

/** The first column of the table below a heading, without its backticks. */
function firstCells(heading: string): string[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  return rows.map((row) => /^\| `([^`]+)`/.exec(row)?.[1] ?? row);
}

function spansOf(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? "");
}

/** A slash or a known ending, and nothing that makes it a pattern, a command, an address or a package. */
function looksLikeAPath(span: string): boolean {
  if (!/^[\w.][\w./-]*$/.test(span) || MADE_BY_RUNNING.test(span)) return false;
  return (
    /^(app|db|deploy|docs|e2e|public|\.ci|\.github)\//.test(span) ||
    /^[\w.-]+\.(json|jsonc|config\.ts)$/.test(span)
  );
}

function markdownIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".md")).map((name) => join(folder, name));
}

function read(document: string): string {
  return readFileSync(document, "utf8");
}
