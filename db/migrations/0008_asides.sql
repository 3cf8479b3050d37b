CREATE TABLE "asides" (
	"conversation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"rung" integer,
	"move" text,
	"answer" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asides_conversation_id_id_pk" PRIMARY KEY("conversation_id","id"),
	CONSTRAINT "asides_rung" UNIQUE("conversation_id","turn_id","rung"),
	CONSTRAINT "asides_hint" CHECK (("asides"."kind" = 'hint') = ("asides"."rung" is not null) and ("asides"."rung" is null) = ("asides"."move" is null)
        and ("asides"."rung" is null or "asides"."answer" is not null))
);
--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "coded" jsonb;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_turn" FOREIGN KEY ("conversation_id","turn_id") REFERENCES "public"."turns"("conversation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asides_after" ON "asides" USING btree ("conversation_id","turn_id");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_running_aside" ON "runs" USING btree ("conversation_id") WHERE "runs"."subject" = 'aside' and "runs"."status" = 'running';