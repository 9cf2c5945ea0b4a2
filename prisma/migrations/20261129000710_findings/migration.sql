-- Findings of auditors. Their words are versions that another auditor issues; what happened to them are events; triggers move
-- the state along. A municipality sees what was issued about itself, a ministry what was issued.

CREATE TYPE "finding_side" AS ENUM ('municipality', 'ministry');
CREATE TYPE "finding_status" AS ENUM ('draft', 'issued', 'answered', 'closed', 'withdrawn');
CREATE TYPE "finding_nature" AS ENUM ('error', 'uncertainty', 'none');
CREATE TYPE "finding_action" AS ENUM ('issued', 'answered', 'closed', 'reopened', 'withdrawn');
CREATE TYPE "finding_agreement" AS ENUM ('agrees', 'partly', 'disagrees');
CREATE TYPE "finding_end" AS ENUM ('corrected', 'stands');

CREATE TABLE "audit_finding" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "side" "finding_side" NOT NULL,
    "stream_id" UUID,
    "municipality_id" UUID,
    "earlier_id" UUID,
    "status" "finding_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "issued_version" INTEGER,
    "counts" BOOLEAN NOT NULL DEFAULT true,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_finding_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "finding_version" (
    "finding_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "nature" "finding_nature" NOT NULL,
    "amount_cents" BIGINT,
    "action" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "reason" TEXT,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_version_pkey" PRIMARY KEY ("finding_id","version")
);
CREATE TABLE "finding_entry" (
    "finding_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "sample_id" UUID,

    CONSTRAINT "finding_entry_pkey" PRIMARY KEY ("finding_id","version","seq")
);
CREATE TABLE "finding_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "finding_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" "finding_action" NOT NULL,
    "text" TEXT,
    "agreement" "finding_agreement",
    "planned_on" DATE,
    "ending" "finding_end",
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_event_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_finding_programme_id_year_idx" ON "audit_finding"("programme_id", "year");
CREATE INDEX "audit_finding_municipality_id_idx" ON "audit_finding"("municipality_id");
CREATE UNIQUE INDEX "audit_finding_programme_id_number_key" ON "audit_finding"("programme_id", "number");
CREATE UNIQUE INDEX "audit_finding_id_programme_id_key" ON "audit_finding"("id", "programme_id");
CREATE UNIQUE INDEX "finding_version_finding_id_programme_id_version_key" ON "finding_version"("finding_id", "programme_id", "version");
CREATE INDEX "finding_event_finding_id_at_idx" ON "finding_event"("finding_id", "at");

ALTER TABLE "audit_finding" ADD CONSTRAINT "audit_finding_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "audit_finding" ADD CONSTRAINT "audit_finding_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "audit_finding" ADD CONSTRAINT "audit_finding_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "audit_finding" ADD CONSTRAINT "audit_finding_earlier_id_programme_id_fkey" FOREIGN KEY ("earlier_id", "programme_id") REFERENCES "audit_finding"("id", "programme_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "audit_finding" ADD CONSTRAINT "audit_finding_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_version" ADD CONSTRAINT "finding_version_finding_id_programme_id_fkey" FOREIGN KEY ("finding_id", "programme_id") REFERENCES "audit_finding"("id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_version" ADD CONSTRAINT "finding_version_written_by_fkey" FOREIGN KEY ("written_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_entry" ADD CONSTRAINT "finding_entry_finding_id_programme_id_version_fkey" FOREIGN KEY ("finding_id", "programme_id", "version") REFERENCES "finding_version"("finding_id", "programme_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_entry" ADD CONSTRAINT "finding_entry_programme_id_seq_fkey" FOREIGN KEY ("programme_id", "seq") REFERENCES "entry"("programme_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_entry" ADD CONSTRAINT "finding_entry_sample_id_seq_fkey" FOREIGN KEY ("sample_id", "seq") REFERENCES "sample_item"("sample_id", "seq") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "finding_event" ADD CONSTRAINT "finding_event_finding_id_programme_id_fkey" FOREIGN KEY ("finding_id", "programme_id") REFERENCES "audit_finding"("id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_event" ADD CONSTRAINT "finding_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who answers is there to answer.
ALTER TABLE audit_finding
  ADD CONSTRAINT audit_finding_answerable CHECK (CASE side WHEN 'municipality' THEN municipality_id IS NOT NULL ELSE stream_id IS NOT NULL END),
  ADD CONSTRAINT audit_finding_issued CHECK ((status IN ('draft', 'withdrawn')) OR issued_version IS NOT NULL),
  ADD CONSTRAINT audit_finding_versions CHECK (version >= 0 AND (issued_version IS NULL OR issued_version BETWEEN 1 AND version));
-- A8: a finding has a text, a category and a corrective action.
ALTER TABLE finding_version
  ADD CONSTRAINT finding_version_says CHECK (length(btrim(title)) > 0 AND length(btrim(text)) > 0 AND length(btrim(action)) > 0),
  ADD CONSTRAINT finding_version_category CHECK (category IN ('eligibility', 'procurement', 'evidence', 'calculation', 'period', 'process', 'other')),
  ADD CONSTRAINT finding_version_amount CHECK (CASE nature WHEN 'none' THEN amount_cents IS NULL ELSE amount_cents > 0 END);
ALTER TABLE finding_event
  ADD CONSTRAINT finding_event_says CHECK (CASE action
    WHEN 'issued' THEN agreement IS NULL AND ending IS NULL
    WHEN 'answered' THEN agreement IS NOT NULL AND ending IS NULL
    WHEN 'closed' THEN agreement IS NULL AND ending IS NOT NULL
    ELSE agreement IS NULL AND ending IS NULL END);

-- A9: what is followed up was issued in an earlier year, to the same side about the same place.
CREATE FUNCTION security.guard_finding() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF pg_trigger_depth() < 2 OR (to_jsonb(OLD) - ARRAY['status', 'version', 'issued_version', 'counts'])
        IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['status', 'version', 'issued_version', 'counts']) THEN
      RAISE EXCEPTION 'append_only: a finding moves along with what happens to it' USING ERRCODE = 'GS001';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status <> 'draft' OR NEW.version <> 0 OR NEW.issued_version IS NOT NULL OR NOT NEW.counts THEN
    RAISE EXCEPTION 'finding_differs: a finding begins as a draft' USING ERRCODE = 'GS071';
  END IF;
  IF NEW.earlier_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.audit_finding f WHERE f.id = NEW.earlier_id
      AND f.programme_id = NEW.programme_id AND f.issued_version IS NOT NULL AND f.status <> 'withdrawn' AND f.year < NEW.year
      AND f.side = NEW.side AND f.municipality_id IS NOT DISTINCT FROM NEW.municipality_id) THEN
    RAISE EXCEPTION 'finding_differs: no such finding of an earlier year' USING ERRCODE = 'GS071';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_finding_stands BEFORE INSERT OR UPDATE ON audit_finding FOR EACH ROW EXECUTE FUNCTION security.guard_finding();
CREATE TRIGGER audit_finding_append_only BEFORE DELETE OR TRUNCATE ON audit_finding
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

-- Versions follow each other and are written as long as a finding is not over; an amount is of a stream.
CREATE FUNCTION security.guard_finding_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE f public.audit_finding;
BEGIN
  NEW.written_at := now();
  SELECT x.* INTO f FROM public.audit_finding x WHERE x.id = NEW.finding_id FOR UPDATE;
  IF f.id IS NULL OR f.status IN ('closed', 'withdrawn') THEN
    RAISE EXCEPTION 'not_open: this finding is over' USING ERRCODE = 'GS007';
  END IF;
  IF NEW.version <> f.version + 1 THEN
    RAISE EXCEPTION 'stale: version % does not follow %', NEW.version, f.version USING ERRCODE = 'GS009';
  END IF;
  IF NEW.version > 1 AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: writing a finding again needs a reason' USING ERRCODE = 'GS010';
  END IF;
  IF NEW.nature <> 'none' AND f.stream_id IS NULL THEN
    RAISE EXCEPTION 'finding_differs: an amount is of a stream' USING ERRCODE = 'GS071';
  END IF;
  UPDATE public.audit_finding x SET version = NEW.version WHERE x.id = NEW.finding_id;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_version_follows BEFORE INSERT ON finding_version FOR EACH ROW EXECUTE FUNCTION security.guard_finding_version();

-- The entries of a version come with it, and are of the municipality and stream that it is about.
CREATE FUNCTION security.guard_finding_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_entries n LEFT JOIN public.finding_version v ON v.finding_id = n.finding_id AND v.version = n.version
      AND v.written_at = now() WHERE v.finding_id IS NULL) THEN
    RAISE EXCEPTION 'append_only: a version keeps the entries that it came with' USING ERRCODE = 'GS001';
  END IF;
  IF EXISTS (SELECT 1 FROM new_entries n JOIN public.audit_finding f ON f.id = n.finding_id
      JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.seq
     WHERE (f.municipality_id IS NOT NULL AND e.municipality_id IS DISTINCT FROM f.municipality_id)
        OR (f.stream_id IS NOT NULL AND e.stream_id <> f.stream_id)) THEN
    RAISE EXCEPTION 'finding_differs: an entry is of another municipality or stream' USING ERRCODE = 'GS071';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER finding_entry_fits AFTER INSERT ON finding_entry REFERENCING NEW TABLE AS new_entries
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_finding_entries();

CREATE FUNCTION security.check_finding_whole() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.finding_version v WHERE v.finding_id = NEW.id) THEN
    RAISE EXCEPTION 'finding_differs: a finding has words' USING ERRCODE = 'GS071';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_finding_whole AFTER INSERT ON audit_finding DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION security.check_finding_whole();

-- What may happen when, by whom: who wrote a version does not issue it; the other side answers what was issued; only an
-- auditor ends it, with a reason.
CREATE FUNCTION security.guard_finding_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE f public.audit_finding; moved public.finding_status;
BEGIN
  NEW.at := now();
  SELECT x.* INTO f FROM public.audit_finding x WHERE x.id = NEW.finding_id FOR UPDATE;
  IF f.id IS NULL OR NOT (CASE NEW.action
      WHEN 'issued' THEN f.status IN ('draft', 'issued', 'answered') AND f.issued_version IS DISTINCT FROM f.version
      WHEN 'answered' THEN f.status IN ('issued', 'answered')
      WHEN 'closed' THEN f.status IN ('issued', 'answered')
      WHEN 'reopened' THEN f.status = 'closed'
      ELSE f.status <> 'withdrawn' END) THEN
    RAISE EXCEPTION 'not_open: this cannot happen to the finding now' USING ERRCODE = 'GS007';
  END IF;
  IF NEW.version <> (CASE WHEN NEW.action = 'issued' OR f.issued_version IS NULL THEN f.version ELSE f.issued_version END) THEN
    RAISE EXCEPTION 'stale: this is not the version that stands now' USING ERRCODE = 'GS009';
  END IF;
  IF NEW.action = 'issued' AND EXISTS (SELECT 1 FROM public.finding_version v WHERE v.finding_id = NEW.finding_id
      AND v.version = NEW.version AND v.written_by = NEW.person_id) THEN
    RAISE EXCEPTION 'four_eyes: who wrote a finding does not issue it' USING ERRCODE = 'GS008';
  END IF;
  IF NEW.action <> 'issued' AND coalesce(btrim(NEW.text), '') = '' THEN
    RAISE EXCEPTION 'reason_required: say what happened' USING ERRCODE = 'GS010';
  END IF;
  moved := CASE NEW.action WHEN 'issued' THEN 'issued' WHEN 'answered' THEN 'answered' WHEN 'closed' THEN 'closed'
    WHEN 'reopened' THEN 'issued' ELSE 'withdrawn' END;
  UPDATE public.audit_finding x SET status = moved,
      issued_version = CASE WHEN NEW.action = 'issued' THEN NEW.version ELSE x.issued_version END,
      counts = NOT (NEW.action = 'withdrawn' OR (NEW.action = 'closed' AND NEW.ending = 'corrected'))
    WHERE x.id = NEW.finding_id;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_event_moves BEFORE INSERT ON finding_event FOR EACH ROW EXECUTE FUNCTION security.guard_finding_event();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_finding', 'finding_version', 'finding_entry', 'finding_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY verifier_reads ON %I FOR SELECT TO geldstroom_verifier USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO geldstroom_app', t);
    EXECUTE format('GRANT SELECT ON %I TO geldstroom_verifier', t);
    IF t <> 'audit_finding' THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()',
        t || '_append_only', t);
    END IF;
  END LOOP;
END $$;

CREATE POLICY reads ON audit_finding FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'system')
  OR (issued_version IS NOT NULL AND ((SELECT security.scope()) = 'ministry'
    OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])))));
CREATE POLICY writes ON audit_finding FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND created_by = (SELECT security.person_id())));
-- Only the triggers update, as the owner: the application has no grant for it.
CREATE POLICY moves ON audit_finding FOR UPDATE USING ((SELECT security.scope()) IN ('audit', 'system', 'ministry', 'municipality'));
-- Beyond auditors nobody reads what was not issued.
CREATE POLICY reads ON finding_version FOR SELECT USING (EXISTS (SELECT 1 FROM audit_finding f WHERE f.id = finding_id
  AND ((SELECT security.scope()) IN ('audit', 'system') OR f.issued_version = finding_version.version)));
CREATE POLICY writes ON finding_version FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND written_by = (SELECT security.person_id())));
CREATE POLICY reads ON finding_entry FOR SELECT USING (EXISTS (SELECT 1 FROM audit_finding f WHERE f.id = finding_id
  AND ((SELECT security.scope()) IN ('audit', 'system') OR f.issued_version = finding_entry.version)));
CREATE POLICY writes ON finding_entry FOR INSERT WITH CHECK ((SELECT security.scope()) IN ('audit', 'system'));
CREATE POLICY reads ON finding_event FOR SELECT USING (EXISTS (SELECT 1 FROM audit_finding f WHERE f.id = finding_id));
CREATE POLICY happens ON finding_event FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (person_id = (SELECT security.person_id()) AND CASE action
    WHEN 'answered' THEN EXISTS (SELECT 1 FROM audit_finding f WHERE f.id = finding_id AND CASE f.side
      WHEN 'municipality' THEN (SELECT security.scope()) = 'municipality' AND f.municipality_id = ANY ((SELECT security.organisations())::uuid[])
      ELSE f.stream_id = ANY ((SELECT security.own_streams())::uuid[]) END)
    ELSE (SELECT security.scope()) = 'audit' END));

REVOKE EXECUTE ON FUNCTION security.guard_finding(), security.guard_finding_version(), security.guard_finding_entries(),
  security.check_finding_whole(), security.guard_finding_event() FROM PUBLIC;
