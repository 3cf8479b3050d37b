import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import Workbench from "./show.tsx";

/** Parts that do something and show nothing. */
const UNSEEN = ["FocusNewPage", "StayWhileOffline"];

test("every part of app/ui lies on the workbench", () => {
  const Stub = createRoutesStub([{ id: "root", path: "/", Component: Workbench }]);
  const page = renderToStaticMarkup(<Stub />);
  const shown = Array.from(page.matchAll(/<h3 data-part="(\w+)"/g), ([, name = ""]) => name);
  expect(partsOf("app/ui").filter((name) => !shown.includes(name) && !UNSEEN.includes(name))).toEqual([]);
});

test("each in both themes", () => {
  const Stub = createRoutesStub([{ id: "root", path: "/", Component: Workbench }]);
  const page = renderToStaticMarkup(<Stub />);
  const parts = page.match(/<h3 data-part="/g)?.length;
  expect(page.match(/<div data-theme="light"/g)).toHaveLength(parts ?? 0);
  expect(page.match(/<div data-theme="dark"/g)).toHaveLength(parts ?? 0);
});

function partsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && !file.includes(".test."))
    .flatMap((file) =>
      Array.from(
        readFileSync(`${folder}/${file}`, "utf8").matchAll(/^export function ([A-Z]\w*)/gm),
        ([, name = ""]) => name,
      ),
    );
}
