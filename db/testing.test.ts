import postgres from "postgres";
import { expect, test } from "vitest";
import { freshDatabase } from "./testing.ts";

test("each fresh database is migrated, and knows nothing of its neighbour", async () => {
  const ada = await freshDatabase();
  const ben = await freshDatabase();
  const [adaSql, benSql] = [postgres(ada.url, { max: 1 }), postgres(ben.url, { max: 1 })];
  const tables = await adaSql`select 1 from information_schema.tables where table_schema = 'public'`;
  expect(tables.length).toBeGreaterThan(3);
  await adaSql`create table only_ada (i int)`;
  await expect(benSql`select * from only_ada`).rejects.toThrow("does not exist");
  await Promise.all([adaSql.end(), benSql.end()]);
  await ada.drop();
  await ben.drop();
});
