import { createServer } from "node:net";
import { defineConfig, devices } from "@playwright/test";
import { browserLaunch } from "./e2e/browser.ts";

// Workers load this file again and inherit the choice.
process.env["E2E_PORT"] ??= `${await freePort()}`;

const phone = devices["Pixel 7"];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/server.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 60_000,
  outputDir: "test-results",
  use: {
    baseURL: `http://localhost:${process.env["E2E_PORT"]}`,
    launchOptions: await browserLaunch(),
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desktop", testDir: "e2e/journeys", grepInvert: /@phone-only/ },
    // A journey that makes sense on a phone says so with the tag @phone.
    {
      name: "phone",
      testDir: "e2e/journeys",
      grep: /@phone/,
      use: { ...phone, viewport: { width: 390, height: 844 }, defaultBrowserType: "chromium" },
    },
    { name: "no-js", testDir: "e2e/no-js", use: { javaScriptEnabled: false } },
  ],
});

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
