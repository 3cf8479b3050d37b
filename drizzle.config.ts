import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  // Tests stand beside what they test.
  schema: "./db/schema/!(*.test).ts",
  out: "./db/migrations",
  dbCredentials: { url: process.env["DATABASE_URL"] ?? "postgres://localhost/coach" },
});
