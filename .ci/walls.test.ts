import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const project = process.cwd();

/** A file that would breach a wall, and what the linter has to say. */
const BREACHES: [file: string, source: string, says: string][] = [
  ["app/features/practice/up.ts", 'import "../budgets/quota.ts";', "never ../"],
  ["app/features/practice/stand-in.ts", 'import "#e2e/fakes/model-provider.ts";', "Only tests use e2e"],
  ["db/schema/app.ts", 'import "#app/features/budgets/quota.ts";', "db imports nothing from app"],
  ["app/ai/feature.ts", 'import "#app/features/practice/practice.ts";', "ai imports no feature"],
  ["app/ai/table.ts", 'import "#db/schema/people.ts";', "ai imports no feature, route, middleware or table"],
  ["app/streaming/route.ts", 'import "#app/routes/page-meta.ts";', "streaming imports no feature, route"],
  [
    "app/voice/middleware.ts",
    'import "#app/middleware/session.ts";',
    "voice imports no feature, route, middleware",
  ],
  ["app/ui/feature.tsx", 'import "#app/features/scenarios/scenario.ts";', "ui is a leaf"],
  ["app/ui/stream.tsx", 'import "#app/streaming/frames.ts";', "ui is a leaf"],
  ["app/middleware/route.ts", 'import "#app/routes/page-meta.ts";', "Middleware knows no route"],
  ["app/features/budgets/route.ts", 'import "#app/routes/page-meta.ts";', "knows no route and no middleware"],
  [
    "app/features/budgets/layer.ts",
    'import "#app/middleware/session.ts";',
    "knows no route and no middleware",
  ],
  ["app/features/privacy/route.ts", 'import "#app/root.tsx";', "knows no route and no middleware"],
  [
    "app/features/budgets/http.ts",
    'import { redirect } from "react-router"; redirect("/");',
    "knows no HTTP",
  ],
  ["app/features/budgets/node.ts", 'import "@react-router/node";', "knows no HTTP"],
  ["app/routes/admin/sql.ts", 'import "drizzle-orm";', "contains no SQL"],
  ["app/routes/admin/postgres.ts", 'import "postgres";', "contains no SQL"],
  [
    "app/routes/admin/process.ts",
    'import "#app/server.ts";',
    "knows neither the table of routes nor the process",
  ],
  ["app/features/practice/sdk.ts", 'import "@anthropic-ai/sdk";', "Only app/ai knows a provider"],
  ["app/routes/sdk.ts", 'import "@anthropic-ai/sdk";', "Only app/ai knows a provider"],
  ["app/voice/sdk.ts", 'import "@anthropic-ai/sdk";', "Only app/ai knows a provider"],
  ["app/server.ts", 'import "ws";', "Only app/voice knows ws"],
  ["app/ai/socket.ts", 'import "ws";', "Only app/voice knows ws"],
  ["app/features/accounts/env.ts", "export const key = process.env.KEY;", "process.env"],
  ["app/features/accounts/long.ts", "export {};\n".repeat(251), "too many lines"],
  ["app/features/accounts/any.ts", "export const a = (b: any) => b;", "any"],
  ["app/features/accounts/unused.ts", "const a = 1;\nexport {};", "never used"],
  ["app/features/accounts/cycle.ts", 'import { b } from "./elcyc.ts";\nexport const a = () => b;', "cycle"],
  ["app/features/accounts/elcyc.ts", 'import { a } from "./cycle.ts";\nexport const b = () => a;', "cycle"],
  ["app/features/accounts/said.tsx", "export const Said = () => <p>Come in.</p>;", "literal text"],
  ["app/ui/named.tsx", 'export const Named = () => <a href="/" title="Come in" />;', "string literals"],
  [
    "app/features/accounts/query.ts",
    "declare function query(): { then(resolve: (rows: number[]) => void, reject: () => void): void };\n" +
      "export function forget() {\n  query();\n}",
    "must be awaited",
  ],
];

/** Among features: who may look at whom. Everything else is a breach. */
const MAY_USE: Record<string, string[]> = {
  accounts: [],
  budgets: ["accounts"],
  scenarios: ["accounts"],
  conversations: ["scenarios", "accounts"],
  coaching: ["conversations", "scenarios", "accounts"],
  practice: ["coaching", "conversations", "scenarios", "budgets", "accounts"],
  invitations: ["budgets", "conversations", "accounts"],
  privacy: ["accounts", "budgets", "scenarios", "conversations", "coaching", "practice", "invitations"],
};

/** Files that breach nothing. */
const CLEAN: [file: string, source: string][] = [
  ["app/ai/anthropic.server.ts", 'import "@anthropic-ai/sdk";'],
  ["app/voice/socket.server.ts", 'import "ws";'],
  ["app/env.server.ts", "export const key = process.env.KEY;"],
  [
    "app/routes/admin/clean.ts",
    'import "#app/features/budgets/quota.ts";\nimport "#app/middleware/session.ts";',
  ],
  ["app/features/budgets/clean.ts", 'import "#db/schema/people.ts";\nimport "drizzle-orm";'],
  ["app/features/budgets/clean.test.ts", 'import "#e2e/fakes/model-provider.ts";'],
  [
    "db/commands/seed.ts",
    'import "#app/features/scenarios/scenario.ts";\nexport const url = process.env.DATABASE_URL;',
  ],
  ...Object.entries(MAY_USE).flatMap(([feature, others]) =>
    others.map((other): [string, string] => [`app/features/${feature}/uses-${other}.ts`, importOf(other)]),
  ),
];

const FEATURE_BREACHES = Object.entries(MAY_USE).flatMap(([feature, others]) =>
  Object.keys(MAY_USE)
    .filter((other) => other !== feature && !others.includes(other))
    .map((other): [string, string, string] => [
      `app/features/${feature}/breaks-${other}.ts`,
      importOf(other),
      `${feature} may use`,
    ]),
);

let house: string;
const said = new Map<string, string>();

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "coach walls "));
  cpSync(join(project, ".oxlintrc.json"), join(house, ".oxlintrc.json"));
  cpSync(join(project, "tsconfig.json"), join(house, "tsconfig.json"));
  symlinkSync(join(project, "node_modules"), join(house, "node_modules"));
  for (const [file, source] of [...BREACHES, ...FEATURE_BREACHES, ...CLEAN]) plant(file, source);
  const oxlint = spawnSync(
    process.execPath,
    [join(project, "node_modules/.bin/oxlint"), "--type-aware", "--format=json", "app", "db"],
    {
      cwd: house,
      encoding: "utf8",
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    },
  );
  const { diagnostics } = JSON.parse(oxlint.stdout) as { diagnostics: Finding[] };
  for (const { filename, message, help } of diagnostics) {
    said.set(filename, `${said.get(filename) ?? ""}${message} ${help ?? ""}\n`);
  }
}, 60_000);

type Finding = { filename: string; message: string; help?: string };

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("the walls of the house", () => {
  test.each(BREACHES)("%s is refused: %s", (file, _source, says) => {
    expect(said.get(file) ?? "nothing").toContain(says);
  });

  test.each(FEATURE_BREACHES)("%s is refused", (file, _source, says) => {
    expect(said.get(file) ?? "nothing").toContain(says);
  });

  test("what keeps to the house passes", () => {
    expect(CLEAN.map(([file]) => [file, said.get(file)]).filter(([, findings]) => findings)).toEqual([]);
  });

  test("every feature there is has its own walls", () => {
    const features = readdirSync(join(project, "app/features"));
    expect(features.filter((feature) => !(feature in MAY_USE))).toEqual([]);
  });
});

function importOf(feature: string): string {
  return `import "#app/features/${feature}/thing.ts";`;
}

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), `${source}\n`);
}
