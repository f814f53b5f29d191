CREATE TABLE "sessions" (
	"id_sha256" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"sealed_credentials" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires");