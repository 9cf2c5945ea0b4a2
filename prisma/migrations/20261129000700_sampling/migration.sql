-- Audit samples: drawn once, reproducible, with results and requests for evidence. A municipality sees what it is asked, and
-- nothing else of a sample.

CREATE TYPE "sample_method" AS ENUM ('monetary', 'attribute');
CREATE TYPE "sample_stratum" AS ENUM ('top', 'sampled', 'minimum');
CREATE TYPE "request_outcome" AS ENUM ('answered', 'withdrawn');

CREATE TABLE "sample_minimum" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "first_year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "threshold_cents" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sample_minimum_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "sample" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "method" "sample_method" NOT NULL,
    "purpose" TEXT NOT NULL,
    "stream_id" UUID,
    "municipality_id" UUID,
    "year" INTEGER,
    "known_at" TIMESTAMPTZ(6) NOT NULL,
    "ledger_seq" BIGINT NOT NULL,
    "generator" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "confidence" INTEGER NOT NULL,
    "tolerable" INTEGER NOT NULL,
    "expected" INTEGER NOT NULL,
    "factor" BIGINT,
    "interval_cents" BIGINT,
    "start_cents" BIGINT,
    "size" INTEGER NOT NULL,
    "allowed" INTEGER,
    "positive_count" INTEGER NOT NULL,
    "positive_cents" BIGINT NOT NULL,
    "negative_count" INTEGER NOT NULL,
    "negative_cents" BIGINT NOT NULL,
    "zero_count" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "item_count" INTEGER NOT NULL,
    "drawn_by" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sample_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "sample_item" (
    "sample_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "stratum" "sample_stratum" NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "hit_cents" BIGINT,
    "municipality_id" UUID NOT NULL,

    CONSTRAINT "sample_item_pkey" PRIMARY KEY ("sample_id","seq")
);
CREATE TABLE "sample_result" (
    "sample_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "audited_cents" BIGINT,
    "uncertain_cents" BIGINT,
    "deviates" BOOLEAN NOT NULL,
    "remark" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sample_result_pkey" PRIMARY KEY ("sample_id","seq","version")
);
CREATE TABLE "evidence_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "sample_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_request_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "evidence_request_end" (
    "request_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "outcome" "request_outcome" NOT NULL,
    "document_id" UUID,
    "note" TEXT,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_request_end_pkey" PRIMARY KEY ("request_id")
);

CREATE UNIQUE INDEX "sample_minimum_programme_id_first_year_version_key" ON "sample_minimum"("programme_id", "first_year", "version");
CREATE UNIQUE INDEX "sample_programme_id_number_key" ON "sample"("programme_id", "number");
CREATE UNIQUE INDEX "sample_id_programme_id_key" ON "sample"("id", "programme_id");
CREATE UNIQUE INDEX "sample_item_sample_id_position_key" ON "sample_item"("sample_id", "position");
CREATE UNIQUE INDEX "sample_item_sample_id_seq_municipality_id_key" ON "sample_item"("sample_id", "seq", "municipality_id");
CREATE UNIQUE INDEX "evidence_request_id_municipality_id_key" ON "evidence_request"("id", "municipality_id");
CREATE INDEX "evidence_request_municipality_id_idx" ON "evidence_request"("municipality_id");
CREATE INDEX "evidence_request_sample_id_seq_idx" ON "evidence_request"("sample_id", "seq");
CREATE UNIQUE INDEX "evidence_request_end_request_id_municipality_id_key" ON "evidence_request_end"("request_id", "municipality_id");

ALTER TABLE "sample_minimum" ADD CONSTRAINT "sample_minimum_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_minimum" ADD CONSTRAINT "sample_minimum_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "sample" ADD CONSTRAINT "sample_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample" ADD CONSTRAINT "sample_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample" ADD CONSTRAINT "sample_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample" ADD CONSTRAINT "sample_drawn_by_fkey" FOREIGN KEY ("drawn_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_item" ADD CONSTRAINT "sample_item_sample_id_programme_id_fkey" FOREIGN KEY ("sample_id", "programme_id") REFERENCES "sample"("id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_item" ADD CONSTRAINT "sample_item_programme_id_seq_fkey" FOREIGN KEY ("programme_id", "seq") REFERENCES "entry"("programme_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_item" ADD CONSTRAINT "sample_item_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_result" ADD CONSTRAINT "sample_result_sample_id_seq_fkey" FOREIGN KEY ("sample_id", "seq") REFERENCES "sample_item"("sample_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_result" ADD CONSTRAINT "sample_result_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_sample_id_seq_municipality_id_fkey" FOREIGN KEY ("sample_id", "seq", "municipality_id") REFERENCES "sample_item"("sample_id", "seq", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_report_id_municipality_id_area_id_theme_i_fkey" FOREIGN KEY ("report_id", "municipality_id", "area_id", "theme_id") REFERENCES "report_line"("report_id", "municipality_id", "area_id", "theme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request_end" ADD CONSTRAINT "evidence_request_end_request_id_municipality_id_fkey" FOREIGN KEY ("request_id", "municipality_id") REFERENCES "evidence_request"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request_end" ADD CONSTRAINT "evidence_request_end_document_id_municipality_id_fkey" FOREIGN KEY ("document_id", "municipality_id") REFERENCES "evidence_document"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request_end" ADD CONSTRAINT "evidence_request_end_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sample_minimum
  ADD CONSTRAINT sample_minimum_threshold CHECK (threshold_cents > 0),
  ADD CONSTRAINT sample_minimum_source_given CHECK (length(btrim(source)) > 0);
ALTER TABLE sample
  ADD CONSTRAINT sample_shares CHECK (confidence BETWEEN 5000 AND 9999 AND tolerable BETWEEN 1 AND 10000 AND expected BETWEEN 0 AND tolerable),
  ADD CONSTRAINT sample_seed CHECK (seed ~ '^[0-9A-Za-z-]{6,64}$'),
  ADD CONSTRAINT sample_purpose_given CHECK (length(btrim(purpose)) > 0),
  ADD CONSTRAINT sample_digest CHECK (digest ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT sample_counts CHECK (size > 0 AND item_count > 0 AND zero_count >= 0 AND positive_count >= 0 AND negative_count >= 0
    AND positive_cents >= 0 AND negative_cents <= 0),
  ADD CONSTRAINT sample_of_its_method CHECK (CASE method
    WHEN 'monetary' THEN factor > 0 AND interval_cents > 0 AND start_cents BETWEEN 1 AND interval_cents AND allowed IS NULL
    ELSE num_nonnulls(factor, interval_cents, start_cents) = 0 AND allowed >= 0 END);
ALTER TABLE sample_item
  ADD CONSTRAINT sample_item_hit CHECK (hit_cents IS NULL OR (stratum = 'sampled' AND hit_cents > 0)),
  ADD CONSTRAINT sample_item_position CHECK (position >= 1);
ALTER TABLE sample_result
  ADD CONSTRAINT sample_result_version CHECK (version >= 1),
  ADD CONSTRAINT sample_result_amounts CHECK ((audited_cents IS NULL) = (uncertain_cents IS NULL)
    AND (audited_cents IS NULL OR (audited_cents >= 0 AND uncertain_cents >= 0)));
ALTER TABLE evidence_request ADD CONSTRAINT evidence_request_question_given CHECK (length(btrim(question)) > 0);
ALTER TABLE evidence_request_end ADD CONSTRAINT evidence_request_end_says CHECK (CASE outcome
  WHEN 'answered' THEN document_id IS NOT NULL OR length(btrim(coalesce(note, ''))) > 0
  ELSE document_id IS NULL AND length(btrim(coalesce(note, ''))) > 0 END);

-- Settings and results follow each other, so that two people at once do not overwrite each other.
CREATE FUNCTION security.guard_sample_minimum() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last int;
BEGIN
  -- The same clock as the moment of a sample: what it was drawn with is what stands before it.
  NEW.created_at := now();
  SELECT max(m.version) INTO last FROM public.sample_minimum m
   WHERE m.programme_id = NEW.programme_id AND m.first_year = NEW.first_year;
  IF NEW.version <> coalesce(last, 0) + 1 THEN
    RAISE EXCEPTION 'stale: version % does not follow %', NEW.version, coalesce(last, 0) USING ERRCODE = 'GS009';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sample_minimum_follows BEFORE INSERT ON sample_minimum FOR EACH ROW EXECUTE FUNCTION security.guard_sample_minimum();

-- A sample is of what was recorded: it names the last entry of its instant. It is drawn now, in this transaction.
CREATE FUNCTION security.guard_sample() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last bigint;
BEGIN
  NEW.drawn_at := now();
  SELECT e.seq INTO last FROM public.entry e WHERE e.programme_id = NEW.programme_id AND e.recorded_at <= NEW.known_at
   ORDER BY e.recorded_at DESC LIMIT 1;
  -- The last microsecond of the millisecond that the application's clock has reached is as good as now.
  IF NEW.known_at > clock_timestamp() + interval '1 millisecond' OR last IS DISTINCT FROM NEW.ledger_seq THEN
    RAISE EXCEPTION 'sample_differs: entry % is not the last that was known at that instant', NEW.ledger_seq USING ERRCODE = 'GS070';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sample_of_what_was_known BEFORE INSERT ON sample FOR EACH ROW EXECUTE FUNCTION security.guard_sample();

-- Items are booked spend of the population, for the amount that was booked, and come with their sample or not at all.
CREATE FUNCTION security.guard_sample_items() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_items i LEFT JOIN public.sample s ON s.id = i.sample_id AND s.drawn_at = now() WHERE s.id IS NULL) THEN
    RAISE EXCEPTION 'append_only: a sample keeps the items that were drawn' USING ERRCODE = 'GS001';
  END IF;
  IF EXISTS (SELECT 1 FROM new_items i JOIN public.sample s ON s.id = i.sample_id WHERE i.seq > s.ledger_seq OR NOT EXISTS (
      SELECT 1 FROM public.posting p JOIN public.account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'spent'
       WHERE p.programme_id = i.programme_id AND p.entry_seq = i.seq AND p.amount_cents = i.amount_cents
         AND a.municipality_id = i.municipality_id
         AND (s.stream_id IS NULL OR a.stream_id = s.stream_id) AND (s.year IS NULL OR a.year = s.year)
         AND (s.municipality_id IS NULL OR a.municipality_id = s.municipality_id))) THEN
    RAISE EXCEPTION 'sample_differs: an item is no booked spend of this population' USING ERRCODE = 'GS070';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sample_item_booked AFTER INSERT ON sample_item REFERENCING NEW TABLE AS new_items
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_sample_items();

CREATE FUNCTION security.check_sample_whole() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE items int;
BEGIN
  SELECT count(*) INTO items FROM public.sample_item i WHERE i.sample_id = NEW.id;
  IF items <> NEW.item_count THEN
    RAISE EXCEPTION 'sample_differs: % items of %', items, NEW.item_count USING ERRCODE = 'GS070';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sample_whole AFTER INSERT ON sample DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION security.check_sample_whole();

-- What is established fits the item: amounts for a monetary sample, never more uncertain than there is a difference.
CREATE FUNCTION security.guard_sample_result() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last int; how public.sample_method; booked bigint;
BEGIN
  NEW.recorded_at := now();
  SELECT s.method, i.amount_cents INTO how, booked FROM public.sample_item i JOIN public.sample s ON s.id = i.sample_id
   WHERE i.sample_id = NEW.sample_id AND i.seq = NEW.seq;
  SELECT max(r.version) INTO last FROM public.sample_result r WHERE r.sample_id = NEW.sample_id AND r.seq = NEW.seq;
  IF NEW.version <> coalesce(last, 0) + 1 THEN
    RAISE EXCEPTION 'stale: version % does not follow %', NEW.version, coalesce(last, 0) USING ERRCODE = 'GS009';
  END IF;
  IF how IS NULL OR (how = 'monetary') <> (NEW.audited_cents IS NOT NULL)
    OR (how = 'monetary' AND NEW.uncertain_cents > greatest(booked - NEW.audited_cents, 0))
    OR (how = 'monetary' AND NEW.deviates <> (NEW.audited_cents <> booked)) THEN
    RAISE EXCEPTION 'sample_differs: this cannot have been established about the item' USING ERRCODE = 'GS070';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sample_result_fits BEFORE INSERT ON sample_result FOR EACH ROW EXECUTE FUNCTION security.guard_sample_result();

-- What is asked is about the line of the report that the item was booked for; one question at a time.
CREATE FUNCTION security.guard_evidence_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('request ' || NEW.sample_id || ' ' || NEW.seq, 70));
  IF NOT EXISTS (SELECT 1 FROM public.entry e JOIN public.posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN public.account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'spent'
      JOIN public.sample s ON s.id = NEW.sample_id AND s.programme_id = e.programme_id
     WHERE e.programme_id = NEW.programme_id AND e.seq = NEW.seq AND e.report_id = NEW.report_id AND a.area_id = NEW.area_id
       AND a.theme_id = NEW.theme_id AND a.municipality_id = NEW.municipality_id) THEN
    RAISE EXCEPTION 'sample_differs: the item was not booked for this line' USING ERRCODE = 'GS070';
  END IF;
  IF EXISTS (SELECT 1 FROM public.evidence_request q LEFT JOIN public.evidence_request_end z ON z.request_id = q.id
      WHERE q.sample_id = NEW.sample_id AND q.seq = NEW.seq AND z.request_id IS NULL) THEN
    RAISE EXCEPTION 'not_open: what was asked before is still open' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_request_fits BEFORE INSERT ON evidence_request FOR EACH ROW EXECUTE FUNCTION security.guard_evidence_request();

CREATE FUNCTION security.guard_evidence_request_end() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE q public.evidence_request;
BEGIN
  SELECT r.* INTO q FROM public.evidence_request r WHERE r.id = NEW.request_id AND r.municipality_id = NEW.municipality_id;
  PERFORM pg_advisory_xact_lock(hashtextextended('request ' || q.sample_id || ' ' || q.seq, 70));
  IF q.id IS NULL OR EXISTS (SELECT 1 FROM public.evidence_request_end z WHERE z.request_id = NEW.request_id) THEN
    RAISE EXCEPTION 'not_open: this request has ended' USING ERRCODE = 'GS007';
  END IF;
  IF NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.evidence_document d
      LEFT JOIN public.evidence_withdrawal w ON w.document_id = d.id
      WHERE d.id = NEW.document_id AND d.report_id = q.report_id AND d.area_id = q.area_id AND d.theme_id = q.theme_id
        AND w.document_id IS NULL) THEN
    RAISE EXCEPTION 'sample_differs: this document is not about the line that is asked for' USING ERRCODE = 'GS070';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_request_end_fits BEFORE INSERT ON evidence_request_end
  FOR EACH ROW EXECUTE FUNCTION security.guard_evidence_request_end();

-- While an auditor asks for it, evidence may be added to a line of a report that the municipality has no longer in hand.
CREATE FUNCTION security.evidence_asked(report uuid, area uuid, theme uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM public.evidence_request q LEFT JOIN public.evidence_request_end z ON z.request_id = q.id
    WHERE q.report_id = report AND z.request_id IS NULL AND (area IS NULL OR (q.area_id = area AND q.theme_id = theme)))
$$;
CREATE OR REPLACE FUNCTION security.guard_evidence_document() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE received bytea;
BEGIN
  IF NOT security.evidence_asked(NEW.report_id, NEW.area_id, NEW.theme_id) THEN
    PERFORM security.require_open_for_evidence(NEW.report_id);
  END IF;
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
DROP POLICY receives ON evidence_upload;
CREATE POLICY receives ON evidence_upload FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND person_id = (SELECT security.person_id())
    AND (EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))
      OR security.evidence_asked(report_id, NULL, NULL))));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sample_minimum', 'sample', 'sample_item', 'sample_result', 'evidence_request', 'evidence_request_end'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY verifier_reads ON %I FOR SELECT TO geldstroom_verifier USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO geldstroom_app', t);
    EXECUTE format('GRANT SELECT ON %I TO geldstroom_verifier', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()',
      t || '_append_only', t);
  END LOOP;
  -- A sample is a matter of auditors: who is examined does not know beforehand what will be looked at.
  FOREACH t IN ARRAY ARRAY['sample', 'sample_item', 'sample_result'] LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.scope()) IN (''audit'', ''system''))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evidence_request', 'evidence_request_end'] LOOP
    EXECUTE format($p$CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'system')
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])))$p$, t);
  END LOOP;
END $$;
CREATE POLICY reads ON sample_minimum FOR SELECT USING ((SELECT security.signed_in()));
CREATE POLICY enters ON sample_minimum FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND created_by = (SELECT security.person_id())));
CREATE POLICY draws ON sample FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND drawn_by = (SELECT security.person_id())));
CREATE POLICY draws ON sample_item FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR EXISTS (SELECT 1 FROM sample s WHERE s.id = sample_id AND s.drawn_by = (SELECT security.person_id())));
CREATE POLICY records ON sample_result FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND recorded_by = (SELECT security.person_id())));
CREATE POLICY asks ON evidence_request FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND asked_by = (SELECT security.person_id())));
CREATE POLICY ends ON evidence_request_end FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (person_id = (SELECT security.person_id()) AND (((SELECT security.scope()) = 'audit' AND outcome = 'withdrawn')
    OR ((SELECT security.scope()) = 'municipality' AND outcome = 'answered'
      AND municipality_id = ANY ((SELECT security.organisations())::uuid[])))));

REVOKE EXECUTE ON FUNCTION security.guard_sample_minimum(), security.guard_sample(), security.guard_sample_items(),
  security.check_sample_whole(), security.guard_sample_result(), security.guard_evidence_request(),
  security.guard_evidence_request_end(), security.evidence_asked(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.evidence_asked(uuid, uuid, uuid) TO geldstroom_app;
