import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

// No React Router plugin: units need none, and the http tests load the server the build made.
const shared = {
  pool: "forks",
  // A worker keeps its modules from one file to the next; to read them anew for each took most of the time. No test mocks one.
  isolate: false,
  globalSetup: ["./db/testing.global.ts"],
  setupFiles: ["./.ci/no-console-error.ts"],
  testTimeout: 40_000,
  // Once more on a machine that is busy with something else; `npm test` tells which needed it.
  retry: 1,
  hookTimeout: 60_000,
} satisfies TestProjectInlineConfiguration["test"];

/** Files that mostly wait: for a process to start, to die, to be missed. `npm test` runs them beside the browser. */
const patient = [
  "e2e/chaos/*.http.test.ts",
  "app/voice/socket.http.test.ts",
  "app/process/process.http.test.ts",
  "db/embedded.test.ts",
  ".ci/dockerfile.test.ts",
];

export default defineConfig({
  test: {
    // Many tests wait for a process to start, to die or to be missed: beside each of those another one can work.
    maxWorkers: 2,
    onUnhandledError: (error) => (isDriverDefect(error) ? false : undefined),
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["{app,db,deploy,e2e,.ci}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/*.http.test.ts", ...patient],
        },
      },
      { test: { ...shared, name: "http", include: ["{app,e2e}/**/*.http.test.ts"], exclude: patient } },
      { test: { ...shared, name: "patient", include: patient } },
    ],
  },
});

/** db/faults.test.ts cuts connections under the driver; the app passes over the same defect (app/process/driver-defect.server.ts). */
function isDriverDefect({ stack = "" }: { stack?: string }): boolean {
  return /nextWrite\b.*\bpostgres\b/s.test(stack);
}
