CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"who" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"detail" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"client_id" text PRIMARY KEY NOT NULL,
	"access_token" text NOT NULL,
	"scopes" text NOT NULL,
	"description" text NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"disabled" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"document" text NOT NULL,
	"revision" integer NOT NULL,
	"author" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_tokens" (
	"token_sha256" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "task_groups" (
	"task_group_id" text PRIMARY KEY NOT NULL,
	"scheduler_id" text NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"sealed" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "task_queues" (
	"task_queue_id" text PRIMARY KEY NOT NULL,
	"description" text NOT NULL,
	"stability" text NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"last_date_active" timestamp (3) with time zone NOT NULL,
	"schema_sha256" text,
	"schema_version" integer
);
--> statement-breakpoint
CREATE TABLE "task_queue_schemas" (
	"task_queue_id" text NOT NULL,
	"version" integer NOT NULL,
	"schema_sha256" text NOT NULL,
	"payload_schema" text NOT NULL,
	"declared_by" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_queue_schemas_task_queue_id_version_pk" PRIMARY KEY("task_queue_id","version")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"task_id" text PRIMARY KEY NOT NULL,
	"task_queue_id" text NOT NULL,
	"task_group_id" text NOT NULL,
	"definition" text NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"retries_left" integer NOT NULL,
	"runs" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"task_queue_id" text NOT NULL,
	"number" integer NOT NULL,
	"design_yaml" text NOT NULL,
	"base_schema" text,
	"payload_schema" text NOT NULL,
	"schema_sha256" text NOT NULL,
	"description" text NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"root_url" text NOT NULL,
	"author" text NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"queue_answer" text,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "versions_task_queue_id_number_pk" PRIMARY KEY("task_queue_id","number")
);
--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit" USING btree ("entity","id");--> statement-breakpoint
CREATE INDEX "drafts_updated_at" ON "drafts" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "task_queue_schemas_sha256" ON "task_queue_schemas" USING btree ("schema_sha256");--> statement-breakpoint
CREATE INDEX "tasks_task_group_id" ON "tasks" USING btree ("task_group_id","task_id");--> statement-breakpoint
CREATE INDEX "tasks_task_queue_id" ON "tasks" USING btree ("task_queue_id","state");--> statement-breakpoint
CREATE INDEX "versions_state" ON "versions" USING btree ("state","created_at");