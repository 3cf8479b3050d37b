CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor_id" uuid,
	"deed" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_log_subject_kind" CHECK ("audit_log"."subject_kind" in ('person', 'invitation', 'preset', 'scenario', 'conversation', 'site'))
);
--> statement-breakpoint
CREATE TABLE "daily_ceiling" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"tokens" integer NOT NULL,
	CONSTRAINT "daily_ceiling_one_row" CHECK ("daily_ceiling"."id" = 1),
	CONSTRAINT "daily_ceiling_tokens" CHECK ("daily_ceiling"."tokens" >= 0)
);
--> statement-breakpoint
CREATE TABLE "daily_spending" (
	"day" date PRIMARY KEY NOT NULL,
	"reserved" bigint DEFAULT 0 NOT NULL,
	"used" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "daily_spending_amounts" CHECK ("daily_spending"."reserved" >= 0 and "daily_spending"."used" >= 0)
);
--> statement-breakpoint
CREATE TABLE "failed_lookups" (
	"address_hash" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"failures" integer NOT NULL,
	CONSTRAINT "failed_lookups_address_hash_minute_pk" PRIMARY KEY("address_hash","minute")
);
--> statement-breakpoint
CREATE TABLE "owner_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "owner_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "funded_by" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "refunded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_verified" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "seat" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "seat_held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "moved_to" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "link_dismissed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "disabled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "ceiling_day" date;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_moved_to_users_id_fk" FOREIGN KEY ("moved_to") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "users_moved_to" ON "users" USING btree ("moved_to");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_seat" CHECK (("users"."seat" is not distinct from 'held') = ("users"."seat_held_until" is not null));--> statement-breakpoint
-- Whoever came by an invitation before seats were held has one.
UPDATE "users" SET "seat" = 'used' WHERE "invitation_id" IS NOT NULL;
--> statement-breakpoint
CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_log is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_log_no_change BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
