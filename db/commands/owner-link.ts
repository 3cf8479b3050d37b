// npm run owner-link: prints a fresh link that signs in whoever runs this site as an administrator. To this terminal only.
import { EnvError, readEnv } from "#app/env.server.ts";
import { makeOwnerLink, voidOwnerLinks } from "#app/features/accounts/owner-link.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { withCommandDatabase } from "./command-database.ts";

try {
  await withCommandDatabase(async (url) => {
    const { appOrigin } = readEnv();
    await migrateDatabase(url);
    const { db, close } = openDatabase(url, { connections: 1 });
    await voidOwnerLinks(db);
    const token = await makeOwnerLink(db);
    await close();
    process.stdout.write(`Owner sign-in ${appOrigin}/owner/${token}\n`);
  });
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
