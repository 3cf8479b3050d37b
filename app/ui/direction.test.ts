import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const app = fileURLToPath(new URL("..", import.meta.url));

/** Names of sides that stay where they are when the text runs the other way. */
const PHYSICAL = {
  // A screen's cut-outs are where they are.
  ".css":
    /(?<!safe-area-)(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b|^\s*(?:left|right):|(?:text-align|float|clear):\s*(?:left|right)\b|-(?:left|right)-radius/gm,
  ".tsx":
    /(?<=["'`\s:!-])(?:scroll-)?[mp][lr]-[\w[(]|(?<=["'`\s:!-])(?:left|right)-[\w[(]|(?<=["'`\s:])(?:text|float|clear|origin)-(?:left|right)\b|(?<=["'`\s:])border-[lr](?:-[\w[(]|(?=["'`\s]))|(?<=["'`\s:])rounded-(?:[lr]|[tb][lr])(?:-|(?=["'`\s]))/g,
} as const;

test.each([".css", ".tsx"] as const)("no %s file of the app names a left or a right", (extension) => {
  const found = filesOf(extension).flatMap(({ file, source }) =>
    Array.from(source.matchAll(PHYSICAL[extension]), ([side]) => `${file}: ${side.trim()}`),
  );
  expect(found).toEqual([]);
});

test("whatever people and models wrote takes its direction from its own words", () => {
  const tags = filesOf(".tsx").flatMap(({ file, source }) =>
    Array.from(source.matchAll(/<[a-z][^<>]*?(?:\{[^{}]*\}[^<>{}]*?)*>/g), ([tag]) => ({ file, tag })),
  );
  const spoken = tags.filter(({ tag }) => /className="[^"]*\bspoken\b/.test(tag) || /^<textarea\b/.test(tag));
  expect(spoken.length).toBeGreaterThan(3);
  expect(spoken.filter(({ tag }) => !tag.includes('dir="auto"'))).toEqual([]);
});

function filesOf(extension: string): { file: string; source: string }[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension) && !file.includes(".test."))
    .map((file) => ({ file, source: readFileSync(join(app, file), "utf8") }));
}
