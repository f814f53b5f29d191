CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE ON "audit"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "task_queue_schemas_append_only" BEFORE UPDATE OR DELETE ON "task_queue_schemas"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "versions_keep_resolved" BEFORE UPDATE ON "versions"
	FOR EACH ROW WHEN (OLD.state <> 'intended') EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "versions_keep" BEFORE DELETE ON "versions"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
