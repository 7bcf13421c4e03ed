CREATE TABLE "turn_events" (
	"turn_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"type" text NOT NULL,
	"data" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "turn_events_pkey" PRIMARY KEY("turn_id","number")
);
--> statement-breakpoint
ALTER TABLE "turn_events" ADD CONSTRAINT "turn_events_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "turn_events_created" ON "turn_events" USING btree ("created_at");