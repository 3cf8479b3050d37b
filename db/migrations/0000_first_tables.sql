CREATE TABLE "quota_presets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"tokens" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "quota_presets_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "usage_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "usage_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" integer NOT NULL,
	"overage" integer DEFAULT 0 NOT NULL,
	"run_id" uuid,
	"counts" jsonb,
	"estimated" boolean DEFAULT false NOT NULL,
	"actor_id" uuid,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_log_kind" CHECK ("usage_log"."kind" in ('use', 'grant', 'adjust', 'transfer')),
	CONSTRAINT "usage_log_use_is_negative" CHECK ("usage_log"."kind" <> 'use' or "usage_log"."amount" <= 0)
);
--> statement-breakpoint
CREATE TABLE "conversation_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"scenario_version_id" uuid NOT NULL,
	"difficulty" text NOT NULL,
	"coach_mode" text NOT NULL,
	"coach_timing" text NOT NULL,
	"head_turn_id" uuid NOT NULL,
	"prompt_hash" text NOT NULL,
	"partner_model" text NOT NULL,
	"coach_model" text NOT NULL,
	"ending" text,
	"ended_by" text,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_turn_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_sessions_end" CHECK (("conversation_sessions"."ended_at" is null) = ("conversation_sessions"."ending" is null) and ("conversation_sessions"."ended_at" is null) = ("conversation_sessions"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"conversation_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"role" text NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_conversation_id_turn_id_role_attempt_pk" PRIMARY KEY("conversation_id","turn_id","role","attempt"),
	CONSTRAINT "messages_role" CHECK ("messages"."role" in ('user', 'partner', 'coach'))
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"conversation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"ordinal" integer NOT NULL,
	"moves" jsonb,
	"state" jsonb NOT NULL,
	"coach_mode" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "turns_conversation_id_id_pk" PRIMARY KEY("conversation_id","id"),
	CONSTRAINT "turns_root" CHECK (("turns"."parent_id" is null) = ("turns"."ordinal" = 0))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"label" text NOT NULL,
	"note" text,
	"scenario_id" uuid,
	"source" text NOT NULL,
	"created_by" uuid,
	"quota" jsonb NOT NULL,
	"usage" jsonb DEFAULT '{"seats":0}'::jsonb NOT NULL,
	"quota_tokens" integer NOT NULL,
	"seats" integer NOT NULL,
	"seats_taken" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_counters" CHECK ("invitations"."quota_tokens" >= 0 and "invitations"."seats" > 0 and "invitations"."seats_taken" >= 0 and "invitations"."seats_taken" <= "invitations"."seats")
);
--> statement-breakpoint
CREATE TABLE "signed_out_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"name" text,
	"email" text,
	"google_subject" text,
	"session_epoch" integer DEFAULT 0 NOT NULL,
	"invitation_id" uuid,
	"quota" jsonb NOT NULL,
	"usage" jsonb DEFAULT '{"input":0,"output":0,"cacheRead":0,"cacheWrite":0}'::jsonb NOT NULL,
	"quota_tokens" integer NOT NULL,
	"used_tokens" integer DEFAULT 0 NOT NULL,
	"reserved_tokens" integer DEFAULT 0 NOT NULL,
	"overage_tokens" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "users_google_subject_unique" UNIQUE("google_subject"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('GUEST', 'USER', 'POWER_USER', 'ADMIN')),
	CONSTRAINT "users_counters" CHECK ("users"."quota_tokens" >= 0 and "users"."used_tokens" >= 0 and "users"."reserved_tokens" >= 0 and "users"."overage_tokens" >= 0)
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"lane" text NOT NULL,
	"attempt" integer NOT NULL,
	"status" text NOT NULL,
	"payer_id" uuid NOT NULL,
	"reserved" integer NOT NULL,
	"max_tokens" integer NOT NULL,
	"model" text NOT NULL,
	"instance" text NOT NULL,
	"fence" integer DEFAULT 1 NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"stop_requested_at" timestamp with time zone,
	"first_delta_ms" integer,
	"counts" jsonb,
	"estimated" boolean DEFAULT false NOT NULL,
	"rewritten" boolean DEFAULT false NOT NULL,
	"charged" integer,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "runs_attempt" UNIQUE("conversation_id","subject","subject_id","lane","attempt"),
	CONSTRAINT "runs_settled" CHECK (("runs"."status" = 'running') = ("runs"."settled_at" is null)),
	CONSTRAINT "runs_amounts" CHECK ("runs"."reserved" >= 0 and ("runs"."charged" is null or "runs"."charged" between 0 and "runs"."reserved"))
);
--> statement-breakpoint
CREATE TABLE "scenario_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scenario_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scenario_versions_number" UNIQUE("scenario_id","number")
);
--> statement-breakpoint
CREATE TABLE "scenarios" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"status" text NOT NULL,
	"owner_id" uuid,
	"current_version_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scenarios_slug_unique" UNIQUE("slug"),
	CONSTRAINT "scenarios_status" CHECK ("scenarios"."status" in ('draft', 'published', 'archived'))
);
--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD CONSTRAINT "conversation_sessions_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD CONSTRAINT "conversation_sessions_scenario_version_id_scenario_versions_id_fk" FOREIGN KEY ("scenario_version_id") REFERENCES "public"."scenario_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_turn" FOREIGN KEY ("conversation_id","turn_id") REFERENCES "public"."turns"("conversation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_conversation_id_conversation_sessions_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_parent" FOREIGN KEY ("conversation_id","parent_id") REFERENCES "public"."turns"("conversation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_conversation_id_conversation_sessions_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_versions" ADD CONSTRAINT "scenario_versions_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_current_version_id_scenario_versions_id_fk" FOREIGN KEY ("current_version_id") REFERENCES "public"."scenario_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "usage_log_payer" ON "usage_log" USING btree ("payer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "usage_log_once_per_run" ON "usage_log" USING btree ("run_id") WHERE "usage_log"."kind" = 'use';--> statement-breakpoint
CREATE INDEX "conversation_sessions_owner" ON "conversation_sessions" USING btree ("owner_id","last_turn_at");--> statement-breakpoint
CREATE INDEX "turns_children" ON "turns" USING btree ("conversation_id","parent_id");--> statement-breakpoint
CREATE INDEX "signed_out_sessions_expiry" ON "signed_out_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "users_invitation" ON "users" USING btree ("invitation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_running_partner" ON "runs" USING btree ("conversation_id") WHERE "runs"."lane" = 'partner' and "runs"."status" = 'running';--> statement-breakpoint
CREATE INDEX "runs_lease" ON "runs" USING btree ("lease_until") WHERE "runs"."status" = 'running';--> statement-breakpoint
CREATE INDEX "runs_payer" ON "runs" USING btree ("payer_id");--> statement-breakpoint
CREATE INDEX "scenarios_published" ON "scenarios" USING btree ("status","position");