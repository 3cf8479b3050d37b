import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { exported, notExported } from "./personal-data.ts";

const modules = import.meta.glob<Record<string, unknown>>(["/db/schema/*.ts", "!/db/schema/*.test.ts"], {
  eager: true,
});
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value) => is(value, PgTable));

const stored = tables.flatMap((table) =>
  Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`),
);
const taken = Object.values(exported).flatMap((columns) =>
  Object.values(columns).map((column) => `${getTableName(column.table)}.${column.name}`),
);

test("PR03 every column of every table is either exported or listed as not, with a reason", () => {
  expect(tables.length).toBeGreaterThan(15);
  const listed = (column: string) =>
    [column, column.split(".")[0] ?? ""].filter((name) => name in notExported).length;
  for (const column of stored)
    expect([column, Number(taken.includes(column)) + listed(column)]).toEqual([column, 1]);
  for (const [name, reason] of Object.entries(notExported)) {
    expect(
      stored.some((column) => column === name || column.startsWith(`${name}.`)),
      name,
    ).toBe(true);
    expect(reason).toMatch(/(\w+\W+){2}\w+/);
  }
});
