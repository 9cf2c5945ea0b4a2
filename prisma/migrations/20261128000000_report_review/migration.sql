-- What a report says in more detail (years, projects, own means), what is said about it, and signatures by section.


CREATE TYPE "remark_kind" AS ENUM ('returned', 'question', 'comment', 'answer');

CREATE TYPE "remark_side" AS ENUM ('municipality', 'ministry');

ALTER TABLE "report" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "saved_by" UUID;

ALTER TABLE "report_line" ADD COLUMN     "corrects_seq" BIGINT,
ADD COLUMN     "own_cents" BIGINT;

CREATE TABLE "report_forecast" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "report_forecast_pkey" PRIMARY KEY ("report_id","area_id","theme_id","year")
);

CREATE TABLE "report_project" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "spent_cents" BIGINT,

    CONSTRAINT "report_project_pkey" PRIMARY KEY ("report_id","area_id","theme_id","position")
);

CREATE TABLE "report_remark" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "remark_kind" NOT NULL,
    "side" "remark_side" NOT NULL,
    "round" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "section" TEXT,
    "area_id" UUID,
    "theme_id" UUID,
    "indicator_id" UUID,
    "answers_id" UUID,
    "text" TEXT NOT NULL,
    "answer_by" DATE,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_remark_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_signature" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "section_hash" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_signature_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "report_remark_report_id_at_idx" ON "report_remark"("report_id", "at");

CREATE UNIQUE INDEX "report_remark_id_report_id_key" ON "report_remark"("id", "report_id");

CREATE INDEX "report_signature_report_id_section_at_idx" ON "report_signature"("report_id", "section", "at");

CREATE UNIQUE INDEX "report_line_report_id_municipality_id_area_id_theme_id_key" ON "report_line"("report_id", "municipality_id", "area_id", "theme_id");

ALTER TABLE "report_forecast" ADD CONSTRAINT "report_forecast_report_id_municipality_id_area_id_theme_id_fkey" FOREIGN KEY ("report_id", "municipality_id", "area_id", "theme_id") REFERENCES "report_line"("report_id", "municipality_id", "area_id", "theme_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_project" ADD CONSTRAINT "report_project_report_id_municipality_id_area_id_theme_id_fkey" FOREIGN KEY ("report_id", "municipality_id", "area_id", "theme_id") REFERENCES "report_line"("report_id", "municipality_id", "area_id", "theme_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_remark" ADD CONSTRAINT "report_remark_answers_id_report_id_fkey" FOREIGN KEY ("answers_id", "report_id") REFERENCES "report_remark"("id", "report_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "report_signature" ADD CONSTRAINT "report_signature_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_signature" ADD CONSTRAINT "report_signature_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE report_line ADD CONSTRAINT report_line_own_not_below_zero CHECK (own_cents >= 0);
ALTER TABLE report_forecast ADD CONSTRAINT report_forecast_year_known CHECK (year BETWEEN 2000 AND 2100);
ALTER TABLE report_project
  ADD CONSTRAINT report_project_named CHECK (length(btrim(name)) BETWEEN 1 AND 120),
  ADD CONSTRAINT report_project_position CHECK (position BETWEEN 1 AND 40);
ALTER TABLE report_remark
  ADD CONSTRAINT report_remark_says_something CHECK (length(btrim(text)) BETWEEN 1 AND 2000),
  ADD CONSTRAINT report_remark_one_place CHECK (num_nonnulls(section, theme_id, indicator_id) <= 1
    AND (area_id IS NULL) = (theme_id IS NULL)),
  ADD CONSTRAINT report_remark_answers CHECK ((kind = 'answer') = (answers_id IS NOT NULL));

-- Who is asked to change what: after a return of the whole, everything; after a return of parts, those parts and what
-- was still empty. Everything else stays exactly as it was signed.
CREATE FUNCTION security.is_returned(report uuid, section text, area uuid, theme uuid, indicator uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.report r JOIN public.report_remark m ON m.report_id = r.id AND m.round = r.round
     WHERE r.id = $1 AND m.kind = 'returned'
       AND ((m.section IS NULL AND m.theme_id IS NULL AND m.indicator_id IS NULL)
         OR m.section = $2 OR (m.area_id = $3 AND m.theme_id = $4) OR m.indicator_id = $5))
$$;
CREATE FUNCTION security.guard_returned_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE area text; before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  row jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END; line public.report_line;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.report r WHERE r.id = (row->>'report_id')::uuid AND r.status = 'returned') THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_TABLE_NAME = 'report_result' THEN
    IF (before->>'value' IS NULL AND before->>'note' IS NULL)
      OR security.is_returned((row->>'report_id')::uuid, 'results', NULL, NULL, (row->>'indicator_id')::uuid) THEN
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
  ELSE
    IF TG_TABLE_NAME = 'report_line' AND before->>'spent_cents' IS NULL THEN RETURN NEW; END IF;
    SELECT a.code INTO area FROM public.area a WHERE a.id = (row->>'area_id')::uuid;
    IF security.is_returned((row->>'report_id')::uuid, area, (row->>'area_id')::uuid, (row->>'theme_id')::uuid, NULL) THEN
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    -- A line that came after the return was never signed: its years and projects may be filled in with it.
    SELECT l.* INTO line FROM public.report_line l WHERE l.report_id = (row->>'report_id')::uuid
      AND l.area_id = (row->>'area_id')::uuid AND l.theme_id = (row->>'theme_id')::uuid;
    IF TG_TABLE_NAME <> 'report_line' AND line.spent_cents IS NULL THEN
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
  END IF;
  RAISE EXCEPTION 'not_returned: only what was given back can be changed' USING ERRCODE = 'GS030';
END $$;
CREATE TRIGGER report_line_as_returned BEFORE UPDATE ON report_line FOR EACH ROW EXECUTE FUNCTION security.guard_returned_line();
CREATE TRIGGER report_result_as_returned BEFORE UPDATE ON report_result FOR EACH ROW EXECUTE FUNCTION security.guard_returned_line();
CREATE TRIGGER report_forecast_as_returned BEFORE INSERT OR UPDATE OR DELETE ON report_forecast
  FOR EACH ROW EXECUTE FUNCTION security.guard_returned_line();
CREATE TRIGGER report_project_as_returned BEFORE INSERT OR UPDATE OR DELETE ON report_project
  FOR EACH ROW EXECUTE FUNCTION security.guard_returned_line();

-- Accepted is what was signed: no report goes from a draft to the ledger.
CREATE FUNCTION security.guard_report_status() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.action = 'accepted' AND EXISTS (SELECT 1 FROM public.report r WHERE r.id = NEW.report_id AND r.status <> 'signed') THEN
    RAISE EXCEPTION 'not_open: only a signed report is accepted' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_event_as_signed BEFORE INSERT ON report_event FOR EACH ROW EXECUTE FUNCTION security.guard_report_status();

-- Nobody signs a section of a report that they filled or submitted themselves.
CREATE FUNCTION security.guard_report_signature() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.report_event o WHERE o.report_id = NEW.report_id
      AND o.person_id = NEW.person_id AND o.action IN ('saved', 'submitted')) THEN
    RAISE EXCEPTION 'four_eyes: signing needs another person' USING ERRCODE = 'GS008';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.report r WHERE r.id = NEW.report_id AND r.status = 'submitted') THEN
    RAISE EXCEPTION 'not_open: only what was handed in is signed' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_signature_four_eyes BEFORE INSERT ON report_signature FOR EACH ROW EXECUTE FUNCTION security.guard_report_signature();

-- An answer stays with the place of what it answers, and is given once by either side as often as needed.
CREATE FUNCTION security.guard_report_remark() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE r public.report;
BEGIN
  SELECT * INTO r FROM public.report WHERE id = NEW.report_id;
  IF r.status = 'accepted' THEN
    RAISE EXCEPTION 'not_open: an accepted report is closed' USING ERRCODE = 'GS007';
  END IF;
  IF NEW.kind = 'returned' AND r.status NOT IN ('submitted', 'signed') THEN
    RAISE EXCEPTION 'not_open: only what was handed in is given back' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_remark_while_open BEFORE INSERT ON report_remark FOR EACH ROW EXECUTE FUNCTION security.guard_report_remark();

CREATE TRIGGER report_remark_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_remark
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER report_signature_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_signature
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

DO $$
DECLARE t text;
  own text := $p$((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))$p$;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_forecast', 'report_project', 'report_remark', 'report_signature'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  -- Like the line they belong to: one's own, and once handed in also of who reads all.
  FOREACH t IN ARRAY ARRAY['report_forecast', 'report_project'] LOOP
    EXECUTE format($p$CREATE POLICY reads ON %1$I FOR SELECT USING (%2$s OR (SELECT security.scope()) = 'system'
      OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('submitted', 'signed', 'accepted'))))$p$, t, own);
    EXECUTE format($p$CREATE POLICY fills ON %1$I FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
      OR (%2$s AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))))$p$, t, own);
    EXECUTE format($p$CREATE POLICY changes ON %1$I FOR UPDATE USING ((SELECT security.scope()) = 'system'
      OR (%2$s AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))))$p$, t, own);
    EXECUTE format($p$CREATE POLICY empties ON %1$I FOR DELETE USING ((SELECT security.scope()) = 'system'
      OR (%2$s AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))))$p$, t, own);
  END LOOP;
  EXECUTE format($p$CREATE POLICY reads ON report_signature FOR SELECT USING (%s OR (SELECT security.reads_all()))$p$, own);
  EXECUTE format($p$CREATE POLICY signs ON report_signature FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
    OR (%s AND person_id = (SELECT security.person_id())))$p$, own);
  -- What the municipality says about a draft stays with it until the report is handed in.
  EXECUTE format($p$CREATE POLICY reads ON report_remark FOR SELECT USING (%s OR (SELECT security.scope()) = 'system'
    OR ((SELECT security.reads_all()) AND (side = 'ministry'
      OR EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('submitted', 'signed', 'accepted')))))$p$, own);
  EXECUTE format($p$CREATE POLICY says ON report_remark FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
    OR (person_id = (SELECT security.person_id()) AND ((%s AND side = 'municipality')
      OR ((SELECT security.scope()) = 'ministry' AND side = 'ministry' AND EXISTS (SELECT 1 FROM report r
        JOIN reporting_window w ON w.id = r.window_id WHERE r.id = report_id AND security.owns_stream(w.stream_id))))))$p$, own);
END $$;
CREATE POLICY verifier_reads ON report_signature FOR SELECT TO geldstroom_verifier USING (true);
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA security FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON report_forecast, report_project TO geldstroom_app;
GRANT SELECT, INSERT ON report_remark, report_signature TO geldstroom_app;
GRANT SELECT ON report_signature TO geldstroom_verifier;
