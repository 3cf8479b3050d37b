// Joins the embedded database and leaves it again, which stops it when nobody else is there. For a development server
// that was ended before it could do so itself.
import { withCommandDatabase } from "./command-database.ts";

await withCommandDatabase(async () => {});
