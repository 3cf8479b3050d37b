// npm run db:seed: migrates, then plants the scenarios and presets that are not there yet.
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedDatabase } from "#db/seeds/seed.ts";
import { withCommandDatabase } from "./command-database.ts";

await withCommandDatabase(async (url) => {
  await migrateDatabase(url);
  const { db, close } = openDatabase(url);
  await seedDatabase(db);
  await close();
});
