import { defineConfig, devices } from "@playwright/test";
import { browserLaunch } from "./e2e/browser.ts";

const phone = devices["Pixel 7"];

/**
 * Pages that keep other windows out (Cross-Origin-Opener-Policy) get a process of their own at every first step from an
 * empty tab, and starting one costs as much as drawing a page. Here no other window is. The rest is Playwright's own list
 * as far as it concerns pages: of two such arguments only the last counts.
 */
const withoutFeatures = [
  "CrossOriginOpenerPolicy",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/server.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  // Once more on a machine that is busy with something else; `npm test` tells which needed it.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  use: {
    launchOptions: {
      ...(await browserLaunch()),
      args: [`--disable-features=${withoutFeatures.join(",")}`],
    },
    actionTimeout: 10_000,
    locale: "en-GB",
    screenshot: "only-on-failure",
  },
  projects: [
    // First, because the longest wait is here: at the end nothing would go on beside it.
    {
      name: "no-js",
      testDir: "e2e/no-js",
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
    },
    { name: "desktop", testDir: "e2e/journeys", use: { viewport: { width: 1280, height: 800 } } },
    // A journey that makes sense on a phone says so with the tag @phone.
    {
      name: "phone",
      testDir: "e2e/journeys",
      grep: /@phone/,
      // Nobody looks at the picture: at one pixel a pixel there is a seventh to draw.
      use: {
        ...phone,
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 1,
        defaultBrowserType: "chromium",
      },
    },
  ],
});
