CREATE TABLE "version_bundles" (
	"task_queue_id" text NOT NULL,
	"number" integer NOT NULL,
	"format" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "version_bundles_task_queue_id_number_format_pk" PRIMARY KEY("task_queue_id","number","format")
);
--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "acknowledgements" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "draft_id" text;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "tool_version" text;--> statement-breakpoint
CREATE TRIGGER "version_bundles_append_only" BEFORE UPDATE OR DELETE ON "version_bundles"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
