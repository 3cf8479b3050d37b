CREATE TABLE "former_accounts" (
	"subject_hash" text PRIMARY KEY NOT NULL,
	"granted_tokens" integer NOT NULL
);
