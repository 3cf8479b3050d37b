ALTER TABLE "conversation_sessions" ADD COLUMN "goal" text;--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD COLUMN "red_line" text;--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD COLUMN "confidence_before" integer;--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD COLUMN "dread_before" integer;--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD COLUMN "confidence_after" integer;--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD COLUMN "dread_after" integer;--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD COLUMN "own_view" text;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "ending" text;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversation_sessions" ADD CONSTRAINT "conversation_sessions_feelings" CHECK ("conversation_sessions"."confidence_before" between 0 and 10 and "conversation_sessions"."dread_before" between 0 and 10
        and "conversation_sessions"."confidence_after" between 0 and 10 and "conversation_sessions"."dread_after" between 0 and 10);--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_end" CHECK (("turns"."ended_at" is null) = ("turns"."ending" is null) and ("turns"."ended_at" is null) = ("turns"."ended_by" is null));