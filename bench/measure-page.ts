import { chromium, type Page } from "@playwright/test";
import { browserLaunch } from "#e2e/browser.ts";
import { noteShifts, shifted } from "#e2e/shifts.ts";
import type { AppServer } from "./app-server.ts";
import { pinLoad, unpinLoad } from "./machine.ts";
import { reply } from "./measure-relay.ts";
import { inWords } from "./script.ts";

/** The first turn of a page also pays for code that runs for the first time; people feel that, so it counts. */
const turns = 3;

const viewport = { width: 1280, height: 800 };

export type PageFigures = {
  /** The longest the page's own thread was busy at a stretch, in ms: until then it answers no key and no finger. */
  longestTaskMs: number;
  /** The most that a task computed, in ms: what it had to wait for a core of this machine is not the page's. */
  longestTaskCpuMs: number;
  /** Cumulative layout shift (web.dev/cls): what moved under the reader's eyes. */
  layoutShift: number;
};

/** The room in a browser while both lanes stream at the pace of a quick model. */
export async function measurePage(app: AppServer): Promise<PageFigures> {
  await app.prepare(1);
  unpinLoad();
  const browser = await chromium.launch(await browserLaunch());
  pinLoad();
  try {
    const { origin, path, cookie } = app.pageOf(0);
    const context = await browser.newContext({ viewport });
    const [name = "", value = ""] = cookie.split("=", 2);
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    await page.addInitScript(noteShifts);
    await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
    await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline"] });
    for (let turn = 0; turn < turns; turn++) await speak(page);
    const trace = (await browser.stopTracing()).toString();
    return { ...longestTask(trace), layoutShift: await shifted(page) };
  } finally {
    await browser.close();
  }
}

async function speak(page: Page): Promise<void> {
  const turns = page.locator("li[id^=turn-]");
  const before = await turns.count();
  // Key by key, as people do: the box growing under one's own typing is no jump, and the browser does not count it.
  await page.getByRole("textbox", { name: /^Your words to/ }).pressSequentially(inWords(reply));
  await page.getByRole("button", { name: "Send" }).click();
  await turns.nth(before).waitFor();
  const streaming = page.locator('[aria-busy="true"]');
  await streaming.first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  /** What of `dur` its thread was computing. */
  tdur?: number;
  args?: { name?: string };
};

/** The Performance panel's "Task" is this event; a PerformanceObserver would tell only of those over 50 ms. */
function longestTask(trace: string): Pick<PageFigures, "longestTaskMs" | "longestTaskCpuMs"> {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(thread),
  );
  const tasks = traceEvents.filter((event) => event.name === "RunTask" && mainThreads.has(thread(event)));
  if (tasks.length === 0) throw new Error("the browser's trace holds no task");
  return {
    longestTaskMs: Math.max(...tasks.map(({ dur = 0 }) => dur / 1_000)),
    longestTaskCpuMs: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1_000)),
  };
}
