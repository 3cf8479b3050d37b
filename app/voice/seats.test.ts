import { expect, test } from "vitest";
import { Seats } from "./seats.ts";

test("a person has so many seats, wherever they sit; leaving one twice frees one", () => {
  const seats = new Seats(2, 10);
  const leave = seats.take("ada", "a");
  expect(seats.take("ada", "b")).not.toBeNull();
  expect(seats.take("ada", "c")).toBeNull();
  expect(seats.take("bela", "c")).not.toBeNull();
  leave?.();
  leave?.();
  expect(seats.take("ada", "c")).not.toBeNull();
  expect(seats.take("ada", "c")).toBeNull();
});

test("an address has so many seats, whoever sits there; a refusal takes none", () => {
  const seats = new Seats(2, 3);
  for (const person of ["ada", "bela", "cleo"]) expect(seats.take(person, "office")).not.toBeNull();
  expect(seats.take("dora", "office")).toBeNull();
  expect(seats.take("dora", "home")).not.toBeNull();
  expect(seats.take("dora", "train")).not.toBeNull();
});
