CREATE TABLE "debrief_questions" (
	"conversation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debrief_id" uuid NOT NULL,
	"text" text NOT NULL,
	"answer" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "debrief_questions_conversation_id_id_pk" PRIMARY KEY("conversation_id","id")
);
--> statement-breakpoint
CREATE TABLE "debriefs" (
	"conversation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "debriefs_conversation_id_id_pk" PRIMARY KEY("conversation_id","id"),
	CONSTRAINT "debriefs_end" UNIQUE("conversation_id","turn_id")
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "text" text;--> statement-breakpoint
ALTER TABLE "debrief_questions" ADD CONSTRAINT "debrief_questions_debrief" FOREIGN KEY ("conversation_id","debrief_id") REFERENCES "public"."debriefs"("conversation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debriefs" ADD CONSTRAINT "debriefs_turn" FOREIGN KEY ("conversation_id","turn_id") REFERENCES "public"."turns"("conversation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "debrief_questions_of" ON "debrief_questions" USING btree ("conversation_id","debrief_id","created_at");--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_words" CHECK (("runs"."subject" = 'turn') = ("runs"."text" is null));