CREATE FUNCTION usage_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'usage_log is append-only: write a correcting row instead' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER usage_log_no_change BEFORE UPDATE OR DELETE ON usage_log
  FOR EACH ROW EXECUTE FUNCTION usage_log_is_append_only();
--> statement-breakpoint
CREATE TRIGGER usage_log_no_truncate BEFORE TRUNCATE ON usage_log
  FOR EACH STATEMENT EXECUTE FUNCTION usage_log_is_append_only();
--> statement-breakpoint
-- Conversation and turn 0 name each other; checked at commit, so that one transaction can make both.
ALTER TABLE conversation_sessions ADD CONSTRAINT conversation_sessions_head_turn
  FOREIGN KEY (id, head_turn_id) REFERENCES turns (conversation_id, id) DEFERRABLE INITIALLY DEFERRED;
