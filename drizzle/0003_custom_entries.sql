CREATE TABLE "custom_entries" (
	"worker" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"version" text NOT NULL,
	"text" text NOT NULL,
	"author" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "custom_entries_worker_kind_name_version_pk" PRIMARY KEY("worker","kind","name","version")
);

--> statement-breakpoint
CREATE TRIGGER "custom_entries_keep" BEFORE UPDATE ON "custom_entries"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
