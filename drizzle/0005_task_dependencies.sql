CREATE TABLE "schema_restrictions" (
	"task_queue_id" text NOT NULL,
	"schema_sha256" text NOT NULL,
	"restrictions" text NOT NULL,
	"overlays" text NOT NULL,
	"unrestricted_schema" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "schema_restrictions_task_queue_id_schema_sha256_pk" PRIMARY KEY("task_queue_id","schema_sha256")
);
--> statement-breakpoint
CREATE TABLE "task_dependencies" (
	"task_id" text NOT NULL,
	"dependent_task_id" text NOT NULL,
	"requires" text NOT NULL,
	CONSTRAINT "task_dependencies_task_id_dependent_task_id_pk" PRIMARY KEY("task_id","dependent_task_id")
);
--> statement-breakpoint
DROP INDEX "tasks_task_queue_id";--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "deadline" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "scheduled" timestamp (3) with time zone;--> statement-breakpoint
-- Tasks of before: a deadline is never after the expiry, and no earlier one is known outside their JSON.
UPDATE "tasks" SET "deadline" = "expires", "scheduled" = CASE WHEN "state" <> 'unscheduled' THEN now() END;--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "deadline" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "task_dependencies_dependent" ON "task_dependencies" USING btree ("dependent_task_id");--> statement-breakpoint
CREATE INDEX "tasks_task_queue_id" ON "tasks" USING btree ("task_queue_id","state","scheduled","task_id");