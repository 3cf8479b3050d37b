// A picture of a page, whole length: npx node e2e/screenshot.ts <url> <out.png> [--width 360] [--dark] [--no-js]
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browserLaunch } from "./browser.ts";

const DEFAULT_WIDTH_PX = 1280;
const PHONE_BELOW_PX = 600;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: `${DEFAULT_WIDTH_PX}` },
    dark: { type: "boolean", default: false },
    "no-js": { type: "boolean", default: false },
  },
});
const [url, out] = positionals;
if (!url || !out) {
  console.error("Usage: npx node e2e/screenshot.ts <url> <out.png> [--width 360] [--dark] [--no-js]");
  process.exit(2);
}

const width = Number(values.width);
const isPhone = width < PHONE_BELOW_PX;
const browser = await chromium.launch(await browserLaunch());
try {
  const page = await browser.newPage({
    viewport: { width, height: isPhone ? 780 : 800 },
    deviceScaleFactor: isPhone ? 2 : 1,
    hasTouch: isPhone,
    isMobile: isPhone,
    colorScheme: values.dark ? "dark" : "light",
    javaScriptEnabled: !values["no-js"],
  });
  page.on("console", (line) => line.type() === "error" && console.error(`console: ${line.text()}`));
  page.on("pageerror", (error) => console.error(`page error: ${error.message}`));
  // "load", not "networkidle": an open event stream never goes idle.
  const answer = await page.goto(url, { waitUntil: "load" });
  await page.screenshot({ path: out, fullPage: true });
  console.log(`${answer?.status()} ${page.url()} → ${out}`);
} finally {
  await browser.close();
}
