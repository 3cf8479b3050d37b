CREATE TABLE "real_conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"conversation_id" uuid,
	"title" text NOT NULL,
	"goal" text,
	"planned_day" date,
	"planned_time" time,
	"revision" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"had_on" date,
	"how_it_went" integer,
	"went_text" text,
	"keep_text" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "real_conversations_plan" CHECK (("real_conversations"."planned_day" is null) = ("real_conversations"."planned_time" is null)),
	CONSTRAINT "real_conversations_how" CHECK ("real_conversations"."how_it_went" is null or "real_conversations"."how_it_went" between 0 and 10)
);
--> statement-breakpoint
CREATE TABLE "scenario_drafts" (
	"scenario_id" uuid PRIMARY KEY NOT NULL,
	"situation" jsonb NOT NULL,
	"draft" jsonb,
	"drafted_by" text,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scenario_drafts_by" CHECK (("scenario_drafts"."draft" is null) = ("scenario_drafts"."drafted_by" is null))
);
--> statement-breakpoint
ALTER TABLE "runs" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "scenario_id" uuid;--> statement-breakpoint
ALTER TABLE "scenario_versions" ADD COLUMN "by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "real_conversations" ADD CONSTRAINT "real_conversations_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "real_conversations" ADD CONSTRAINT "real_conversations_conversation_id_conversation_sessions_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation_sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_drafts" ADD CONSTRAINT "scenario_drafts_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "real_conversations_rehearsal" ON "real_conversations" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "real_conversations_owner" ON "real_conversations" USING btree ("owner_id","created_at");--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "runs_draft_attempt" ON "runs" USING btree ("scenario_id","attempt");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_running_draft" ON "runs" USING btree ("scenario_id") WHERE "runs"."status" = 'running';--> statement-breakpoint
CREATE INDEX "scenarios_owner" ON "scenarios" USING btree ("owner_id") WHERE "scenarios"."owner_id" is not null;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_belong" CHECK (num_nonnulls("runs"."conversation_id", "runs"."scenario_id") = 1
        and ("runs"."scenario_id" is not null) = ("runs"."subject" = 'scenario-draft'));--> statement-breakpoint
-- Not in the schema, whose files must not import each other in a circle: nothing of a person outlives them.
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
