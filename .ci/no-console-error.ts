import { afterEach, beforeEach, expect } from "vitest";

// A test that expects an error line says so: vi.spyOn(console, "error").mockImplementation(() => {}).
const real = console.error;
let unexpected: unknown[][] = [];

beforeEach(() => {
  unexpected = [];
  console.error = (...line: unknown[]) => {
    unexpected.push(line);
    real(...line);
  };
});

afterEach(() => {
  console.error = real;
  expect(unexpected, "a test wrote to console.error").toEqual([]);
});
