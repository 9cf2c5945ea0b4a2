-- Workbooks of a report: the file as it came, what was found in it, and that its changes were taken over. Append-only.

CREATE TABLE "report_upload" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA,
    "report_version" INTEGER NOT NULL,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_upload_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_upload_outcome" (
    "upload_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "template" TEXT,
    "made_from" INTEGER,
    "sheets" JSONB NOT NULL DEFAULT '{}',
    "counts" JSONB NOT NULL DEFAULT '{}',
    "rows" JSONB NOT NULL DEFAULT '[]',
    "refusal" JSONB,

    CONSTRAINT "report_upload_outcome_pkey" PRIMARY KEY ("upload_id")
);

CREATE TABLE "report_upload_applied" (
    "upload_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "report_version" INTEGER NOT NULL,
    "cells" INTEGER NOT NULL,
    "applied_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_upload_applied_pkey" PRIMARY KEY ("upload_id")
);

CREATE INDEX "report_upload_report_id_uploaded_at_idx" ON "report_upload"("report_id", "uploaded_at");
CREATE UNIQUE INDEX "report_upload_id_municipality_id_key" ON "report_upload"("id", "municipality_id");
CREATE UNIQUE INDEX "report_upload_outcome_upload_id_municipality_id_key" ON "report_upload_outcome"("upload_id", "municipality_id");
CREATE UNIQUE INDEX "report_upload_applied_upload_id_municipality_id_key" ON "report_upload_applied"("upload_id", "municipality_id");

ALTER TABLE "report_upload" ADD CONSTRAINT "report_upload_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_upload" ADD CONSTRAINT "report_upload_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_upload_outcome" ADD CONSTRAINT "report_upload_outcome_upload_id_municipality_id_fkey" FOREIGN KEY ("upload_id", "municipality_id") REFERENCES "report_upload"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_upload_applied" ADD CONSTRAINT "report_upload_applied_upload_id_municipality_id_fkey" FOREIGN KEY ("upload_id", "municipality_id") REFERENCES "report_upload"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_upload_applied" ADD CONSTRAINT "report_upload_applied_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE report_upload ADD CONSTRAINT report_upload_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE report_upload ADD CONSTRAINT report_upload_size CHECK (byte_size >= 0 AND byte_size <= 10485760
  AND (content IS NULL OR octet_length(content) = byte_size));
ALTER TABLE report_upload_applied ADD CONSTRAINT report_upload_applied_cells CHECK (cells >= 0);

-- A file stays as it came; only how far it is read may be said again, and never less.
CREATE FUNCTION security.keep_upload() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF (to_jsonb(OLD) - 'rows_done') IS DISTINCT FROM (to_jsonb(NEW) - 'rows_done') OR NEW.rows_done < OLD.rows_done THEN
    RAISE EXCEPTION 'append_only: a file stays as it was brought' USING ERRCODE = 'GS001';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION security.keep_upload() FROM PUBLIC;
CREATE TRIGGER report_upload_kept BEFORE UPDATE ON report_upload FOR EACH ROW EXECUTE FUNCTION security.keep_upload();
CREATE TRIGGER report_upload_append_only BEFORE DELETE OR TRUNCATE ON report_upload
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER report_upload_outcome_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_upload_outcome
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER report_upload_applied_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_upload_applied
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

-- As the lines of the report itself: the municipality's own, and a ministry's from the moment it is submitted.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_upload', 'report_upload_outcome', 'report_upload_applied'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['report_upload_outcome', 'report_upload_applied'] LOOP
    EXECUTE format($p$CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
      OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM report_upload u JOIN report r ON r.id = u.report_id
           WHERE u.id = upload_id AND r.status IN ('submitted', 'signed', 'accepted'))))$p$, t);
  END LOOP;
END $$;
CREATE POLICY reads ON report_upload FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM report r
       WHERE r.id = report_id AND r.status IN ('submitted', 'signed', 'accepted'))));
CREATE POLICY brings ON report_upload FOR INSERT WITH CHECK ((SELECT security.scope()) = 'municipality'
  AND municipality_id = ANY ((SELECT security.organisations())::uuid[]) AND person_id = (SELECT security.person_id()));
CREATE POLICY reading ON report_upload FOR UPDATE USING ((SELECT security.scope()) = 'municipality'
  AND municipality_id = ANY ((SELECT security.organisations())::uuid[]) AND person_id = (SELECT security.person_id()));
CREATE POLICY finds ON report_upload_outcome FOR INSERT WITH CHECK ((SELECT security.scope()) = 'municipality'
  AND municipality_id = ANY ((SELECT security.organisations())::uuid[]));
CREATE POLICY applies ON report_upload_applied FOR INSERT WITH CHECK ((SELECT security.scope()) = 'municipality'
  AND municipality_id = ANY ((SELECT security.organisations())::uuid[]) AND person_id = (SELECT security.person_id()));
GRANT SELECT, INSERT, UPDATE (rows_done) ON report_upload TO geldstroom_app;
GRANT SELECT, INSERT ON report_upload_outcome, report_upload_applied TO geldstroom_app;
