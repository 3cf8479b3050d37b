// npm run db:migrate: brings the database to the newest schema.
import { migrateDatabase } from "#db/migrate.ts";
import { withCommandDatabase } from "./command-database.ts";

await withCommandDatabase(migrateDatabase);
