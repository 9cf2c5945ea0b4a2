-- Evidence at the lines of a report. Documents are received in pieces, kept for ever, and seen by a ministry once submitted.

CREATE TABLE "evidence_requirement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "kind" TEXT,
    "threshold_cents" BIGINT,
    "legal_source" TEXT NOT NULL,
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_requirement_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "evidence_upload" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_upload_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "evidence_chunk" (
    "upload_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_chunk_pkey" PRIMARY KEY ("upload_id","part")
);
CREATE TABLE "evidence_document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "upload_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "note" TEXT,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "store" TEXT NOT NULL,
    "object_key" TEXT,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_document_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "evidence_scan" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "document_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "finding" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_scan_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "evidence_withdrawal" (
    "document_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_by" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_withdrawal_pkey" PRIMARY KEY ("document_id")
);
CREATE INDEX "evidence_requirement_stream_id_valid_from_idx" ON "evidence_requirement"("stream_id", "valid_from");
CREATE UNIQUE INDEX "evidence_upload_id_municipality_id_key" ON "evidence_upload"("id", "municipality_id");
CREATE INDEX "evidence_document_report_id_area_id_theme_id_idx" ON "evidence_document"("report_id", "area_id", "theme_id");
CREATE UNIQUE INDEX "evidence_document_upload_id_municipality_id_key" ON "evidence_document"("upload_id", "municipality_id");
CREATE UNIQUE INDEX "evidence_document_id_municipality_id_key" ON "evidence_document"("id", "municipality_id");
CREATE INDEX "evidence_scan_document_id_idx" ON "evidence_scan"("document_id");
CREATE UNIQUE INDEX "evidence_withdrawal_document_id_municipality_id_key" ON "evidence_withdrawal"("document_id", "municipality_id");
ALTER TABLE "evidence_requirement" ADD CONSTRAINT "evidence_requirement_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_requirement" ADD CONSTRAINT "evidence_requirement_entered_by_fkey" FOREIGN KEY ("entered_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_upload" ADD CONSTRAINT "evidence_upload_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_upload" ADD CONSTRAINT "evidence_upload_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_chunk" ADD CONSTRAINT "evidence_chunk_upload_id_municipality_id_fkey" FOREIGN KEY ("upload_id", "municipality_id") REFERENCES "evidence_upload"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_document" ADD CONSTRAINT "evidence_document_upload_id_municipality_id_fkey" FOREIGN KEY ("upload_id", "municipality_id") REFERENCES "evidence_upload"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_document" ADD CONSTRAINT "evidence_document_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_document" ADD CONSTRAINT "evidence_document_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_document" ADD CONSTRAINT "evidence_document_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_document" ADD CONSTRAINT "evidence_document_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_scan" ADD CONSTRAINT "evidence_scan_document_id_municipality_id_fkey" FOREIGN KEY ("document_id", "municipality_id") REFERENCES "evidence_document"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_withdrawal" ADD CONSTRAINT "evidence_withdrawal_document_id_municipality_id_fkey" FOREIGN KEY ("document_id", "municipality_id") REFERENCES "evidence_document"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_withdrawal" ADD CONSTRAINT "evidence_withdrawal_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE evidence_requirement
  ADD CONSTRAINT evidence_requirement_kind CHECK (kind IN ('invoice', 'decision', 'payroll', 'accountant', 'other')),
  ADD CONSTRAINT evidence_requirement_threshold CHECK (threshold_cents > 0),
  ADD CONSTRAINT evidence_requirement_source CHECK (length(btrim(legal_source)) > 0);
ALTER TABLE evidence_chunk
  ADD CONSTRAINT evidence_chunk_part CHECK (part BETWEEN 0 AND 999),
  ADD CONSTRAINT evidence_chunk_size CHECK (octet_length(bytes) BETWEEN 1 AND 1048576);
ALTER TABLE evidence_document
  ADD CONSTRAINT evidence_document_kind CHECK (kind IN ('invoice', 'decision', 'payroll', 'accountant', 'other')),
  ADD CONSTRAINT evidence_document_amount CHECK (amount_cents > 0),
  ADD CONSTRAINT evidence_document_name CHECK (length(btrim(file_name)) > 0),
  ADD CONSTRAINT evidence_document_size CHECK (byte_size BETWEEN 1 AND 26214400),
  ADD CONSTRAINT evidence_document_type CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
  ADD CONSTRAINT evidence_document_store CHECK (store IN ('database', 's3') AND (store = 's3') = (object_key IS NOT NULL));
ALTER TABLE evidence_scan ADD CONSTRAINT evidence_scan_outcome
  CHECK (outcome IN ('clean', 'infected', 'unscanned') AND (outcome = 'infected') = (finding IS NOT NULL));

-- Only while the municipality works on the report. The share lock keeps it there until this transaction ends; loading
-- practice data goes past it.
CREATE FUNCTION security.require_open_for_evidence(report uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE s text;
BEGIN
  SELECT r.status::text INTO s FROM public.report r WHERE r.id = report FOR SHARE;
  IF s IS NULL OR (s NOT IN ('draft', 'returned') AND security.scope() <> 'system') THEN
    RAISE EXCEPTION 'not_open: evidence changes only while the report is with the municipality' USING ERRCODE = 'GS007';
  END IF;
END $$;

-- A document is what was received, whole: its size and hash are those of its pieces. It belongs to a line of the report.
CREATE FUNCTION security.guard_evidence_document() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE received bytea;
BEGIN
  PERFORM security.require_open_for_evidence(NEW.report_id);
  IF NOT EXISTS (SELECT 1 FROM public.report_line l WHERE l.report_id = NEW.report_id AND l.area_id = NEW.area_id
      AND l.theme_id = NEW.theme_id)
    OR NOT EXISTS (SELECT 1 FROM public.evidence_upload u WHERE u.id = NEW.upload_id AND u.report_id = NEW.report_id) THEN
    RAISE EXCEPTION 'not_allowed: no such line in this report' USING ERRCODE = 'GS006';
  END IF;
  SELECT string_agg(c.bytes, ''::bytea ORDER BY c.part) INTO received FROM public.evidence_chunk c WHERE c.upload_id = NEW.upload_id;
  IF received IS NULL OR octet_length(received) <> NEW.byte_size OR encode(sha256(received), 'hex') <> NEW.sha256 THEN
    RAISE EXCEPTION 'stale: this is not the content that was received' USING ERRCODE = 'GS009';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_document_guard BEFORE INSERT ON evidence_document
  FOR EACH ROW EXECUTE FUNCTION security.guard_evidence_document();

CREATE FUNCTION security.guard_evidence_withdrawal() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE report uuid;
BEGIN
  SELECT d.report_id INTO report FROM public.evidence_document d WHERE d.id = NEW.document_id;
  PERFORM security.require_open_for_evidence(report);
  IF coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: withdrawing evidence needs a reason' USING ERRCODE = 'GS010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_withdrawal_guard BEFORE INSERT ON evidence_withdrawal
  FOR EACH ROW EXECUTE FUNCTION security.guard_evidence_withdrawal();

-- A requirement holds for periods that are still to end: what was reported is not caught by it afterwards.
CREATE FUNCTION security.guard_evidence_requirement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF security.scope() <> 'system' AND NEW.valid_from < (now() AT TIME ZONE 'Europe/Amsterdam')::date THEN
    RAISE EXCEPTION 'not_allowed: a requirement does not begin in the past' USING ERRCODE = 'GS006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_requirement_guard BEFORE INSERT ON evidence_requirement
  FOR EACH ROW EXECUTE FUNCTION security.guard_evidence_requirement();

-- What is a document's content is not added to, and goes only when the content stands in an object store.
CREATE FUNCTION security.guard_evidence_content() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE upload uuid := coalesce((to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END)->>'upload_id')::uuid,
  (to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END)->>'id')::uuid);
BEGIN
  IF EXISTS (SELECT 1 FROM public.evidence_document d WHERE d.upload_id = upload
      AND (TG_OP = 'INSERT' OR TG_TABLE_NAME = 'evidence_upload' OR d.store = 'database')) THEN
    RAISE EXCEPTION 'append_only: the content of a document stays as it was received' USING ERRCODE = 'GS001';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evidence_chunk_content BEFORE INSERT OR DELETE ON evidence_chunk
  FOR EACH ROW EXECUTE FUNCTION security.guard_evidence_content();
CREATE TRIGGER evidence_upload_content BEFORE DELETE ON evidence_upload
  FOR EACH ROW EXECUTE FUNCTION security.guard_evidence_content();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evidence_requirement', 'evidence_upload', 'evidence_chunk', 'evidence_document', 'evidence_scan',
    'evidence_withdrawal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR TRUNCATE%s ON %I FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()',
      t || '_append_only', CASE WHEN t IN ('evidence_upload', 'evidence_chunk') THEN '' ELSE ' OR DELETE' END, t);
  END LOOP;
END $$;

CREATE POLICY reads ON evidence_requirement FOR SELECT USING ((SELECT security.signed_in()));
CREATE POLICY enters ON evidence_requirement FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND entered_by = (SELECT security.person_id()) AND security.owns_stream(stream_id)));

-- The municipality sees its own; a ministry and an auditor what belongs to a report that was submitted.
CREATE POLICY reads ON evidence_document FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id
    AND r.status IN ('submitted', 'signed', 'accepted'))));
CREATE POLICY adds ON evidence_document FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND added_by = (SELECT security.person_id())));
CREATE POLICY reads ON evidence_scan FOR SELECT USING (EXISTS (SELECT 1 FROM evidence_document d WHERE d.id = document_id));
-- Nobody declares a document clean but the system that asked the scanner.
CREATE POLICY records ON evidence_scan FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');
CREATE POLICY reads ON evidence_withdrawal FOR SELECT USING (EXISTS (SELECT 1 FROM evidence_document d WHERE d.id = document_id));
CREATE POLICY withdraws ON evidence_withdrawal FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND withdrawn_by = (SELECT security.person_id())));

CREATE POLICY reads ON evidence_upload FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR person_id = (SELECT security.person_id())
  OR EXISTS (SELECT 1 FROM evidence_document d WHERE d.upload_id = evidence_upload.id));
CREATE POLICY receives ON evidence_upload FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND person_id = (SELECT security.person_id())
    AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))));
CREATE POLICY sweeps ON evidence_upload FOR DELETE USING ((SELECT security.scope()) = 'system');
-- Quarantine: what was not scanned yet, or was found infected, has no bytes for anybody but the scanner.
CREATE POLICY reads ON evidence_chunk FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR EXISTS (SELECT 1 FROM evidence_document d WHERE d.upload_id = evidence_chunk.upload_id
    AND EXISTS (SELECT 1 FROM evidence_scan s WHERE s.document_id = d.id AND s.outcome IN ('clean', 'unscanned'))
    AND NOT EXISTS (SELECT 1 FROM evidence_scan s WHERE s.document_id = d.id AND s.outcome = 'infected'))
  OR EXISTS (SELECT 1 FROM evidence_upload u WHERE u.id = evidence_chunk.upload_id AND u.person_id = (SELECT security.person_id())
    AND NOT EXISTS (SELECT 1 FROM evidence_document d WHERE d.upload_id = u.id)));
CREATE POLICY receives ON evidence_chunk FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND EXISTS (SELECT 1 FROM evidence_upload u WHERE u.id = upload_id AND u.person_id = (SELECT security.person_id()))));
CREATE POLICY sweeps ON evidence_chunk FOR DELETE USING ((SELECT security.scope()) = 'system');

REVOKE EXECUTE ON FUNCTION security.require_open_for_evidence(uuid), security.guard_evidence_document(),
  security.guard_evidence_withdrawal(), security.guard_evidence_requirement(), security.guard_evidence_content() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.require_open_for_evidence(uuid) TO geldstroom_app;
GRANT SELECT, INSERT ON evidence_requirement, evidence_document, evidence_scan, evidence_withdrawal TO geldstroom_app;
GRANT SELECT, INSERT, DELETE ON evidence_upload, evidence_chunk TO geldstroom_app;
