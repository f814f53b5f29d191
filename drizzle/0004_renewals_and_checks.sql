CREATE TABLE "queue_checks" (
	"task_queue_id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"report" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "renewals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "renewals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"task_queue_id" text NOT NULL,
	"number" integer NOT NULL,
	"whole" boolean NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"author" text NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"queue_answer" text,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "worker_type_settings" (
	"task_queue_id" text PRIMARY KEY NOT NULL,
	"automatic_renewal" boolean NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "renewals_task_queue_id" ON "renewals" USING btree ("task_queue_id","id");--> statement-breakpoint
CREATE INDEX "renewals_state" ON "renewals" USING btree ("state","id");
--> statement-breakpoint
CREATE TRIGGER "renewals_keep_resolved" BEFORE UPDATE ON "renewals"
	FOR EACH ROW WHEN (OLD.state <> 'intended') EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "renewals_keep" BEFORE DELETE ON "renewals"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
