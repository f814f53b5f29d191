CREATE TABLE "pool_registrations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pool_registrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"worker_pool_id" text NOT NULL,
	"root_url" text NOT NULL,
	"definition" text NOT NULL,
	"seen" text,
	"author" text NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"answer" text,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "worker_pools" (
	"worker_pool_id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"description" text NOT NULL,
	"config" text NOT NULL,
	"owner" text NOT NULL,
	"email_on_error" boolean NOT NULL,
	"created" timestamp (3) with time zone NOT NULL,
	"last_modified" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "pool_registrations_worker_pool_id" ON "pool_registrations" USING btree ("worker_pool_id","id");--> statement-breakpoint
CREATE INDEX "pool_registrations_state" ON "pool_registrations" USING btree ("state","id");
--> statement-breakpoint
CREATE TRIGGER "pool_registrations_keep_resolved" BEFORE UPDATE ON "pool_registrations"
	FOR EACH ROW WHEN (OLD.state <> 'intended') EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "pool_registrations_keep" BEFORE DELETE ON "pool_registrations"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
