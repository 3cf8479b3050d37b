import type { Reporter, TestCase } from "vitest/node";

/** Tells which tests passed only at their second try: each may show a race. */
export default class SecondTry implements Reporter {
  onTestCaseResult(test: TestCase): void {
    if (test.result().state !== "passed" || (test.diagnostic()?.retryCount ?? 0) === 0) return;
    console.log(`  at the second try: ${test.module.relativeModuleId} › ${test.fullName}`);
  }
}
