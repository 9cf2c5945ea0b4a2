-- Work that is not yet a proposal: lines of the grid while they are typed, and a workbook between upload and confirmation.
-- Only the person whose it is reaches it; no role reads along.

CREATE TYPE "entry_upload_status" AS ENUM ('reading', 'checked', 'refused', 'entered');

CREATE TABLE "entry_draft" (
    "person_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "rows" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_draft_pkey" PRIMARY KEY ("person_id","tranche_id")
);

CREATE TABLE "entry_upload" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "template" TEXT,
    "status" "entry_upload_status" NOT NULL DEFAULT 'reading',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows" JSONB NOT NULL DEFAULT '[]',
    "refusal" JSONB,
    "batch_id" UUID,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_upload_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "entry_upload_person_id_programme_id_idx" ON "entry_upload"("person_id", "programme_id");

ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "tranche"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_upload" ADD CONSTRAINT "entry_upload_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_upload" ADD CONSTRAINT "entry_upload_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_upload" ADD CONSTRAINT "entry_upload_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "tranche"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_upload" ADD CONSTRAINT "entry_upload_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE entry_upload ADD CONSTRAINT entry_upload_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE entry_upload ADD CONSTRAINT entry_upload_entered CHECK ((status = 'entered') = (batch_id IS NOT NULL));

ALTER TABLE entry_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_draft FORCE ROW LEVEL SECURITY;
ALTER TABLE entry_upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_upload FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON entry_draft FOR ALL
  USING ((SELECT security.scope()) = 'ministry' AND person_id = (SELECT security.person_id()));
CREATE POLICY own ON entry_upload FOR ALL
  USING ((SELECT security.scope()) = 'ministry' AND person_id = (SELECT security.person_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON entry_draft, entry_upload TO geldstroom_app;
