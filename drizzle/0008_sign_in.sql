-- sessions did not know their deployment; whoever is signed in signs in again
DELETE FROM "sessions";
--> statement-breakpoint
CREATE TABLE "login_attempts" (
	"state_sha256" text PRIMARY KEY NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clients" ALTER COLUMN "access_token" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "sealed_access_token" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "created_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "root_url" text NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "lasts_until" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "scopes" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "audit_who" ON "audit" USING btree ("who","id");
--> statement-breakpoint
CREATE TRIGGER "audit_not_emptied" BEFORE TRUNCATE ON "audit"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
