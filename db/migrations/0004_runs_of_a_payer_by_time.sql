DROP INDEX "runs_payer";--> statement-breakpoint
CREATE INDEX "runs_payer" ON "runs" USING btree ("payer_id","created_at");