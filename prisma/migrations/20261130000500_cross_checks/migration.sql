-- Runs of the rules across levels over a whole programme: asked for by a person or the night, done by the system, kept as they
-- were, and compared with the run before.

CREATE TABLE "cross_check_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID,
    "valid_on" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(6) NOT NULL,
    "current" BOOLEAN NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cross_check_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "cross_check_result" (
    "run_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "previous_id" UUID,
    "failed" BOOLEAN NOT NULL DEFAULT false,
    "checked" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "unjudged" INTEGER NOT NULL,
    "fresh" INTEGER NOT NULL,
    "gone" INTEGER NOT NULL,
    "finished_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cross_check_result_pkey" PRIMARY KEY ("run_id")
);

CREATE TABLE "cross_check_rule" (
    "run_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rule_code" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "stage" "rule_stage_name",
    "severity" TEXT NOT NULL,
    "checked" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "unjudged" INTEGER NOT NULL,
    "why" TEXT,

    CONSTRAINT "cross_check_rule_pkey" PRIMARY KEY ("run_id","rule_code")
);

CREATE TABLE "cross_check_finding" (
    "run_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "rule_code" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "stream_id" UUID,
    "municipality_id" UUID,
    "area_id" UUID,
    "year" INTEGER,
    "about" JSONB NOT NULL,
    "source_value" BIGINT,
    "source_origin" TEXT NOT NULL,
    "target_value" BIGINT,
    "target_origin" TEXT NOT NULL,
    "difference_value" BIGINT,
    "facts" JSONB NOT NULL,
    "waiver_id" UUID,
    "since_number" INTEGER NOT NULL,

    CONSTRAINT "cross_check_finding_pkey" PRIMARY KEY ("run_id","key")
);

CREATE TABLE "finding_origin" (
    "finding_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "finding_origin_pkey" PRIMARY KEY ("finding_id")
);

CREATE UNIQUE INDEX "cross_check_run_programme_id_number_key" ON "cross_check_run"("programme_id", "number");
CREATE UNIQUE INDEX "cross_check_run_id_programme_id_key" ON "cross_check_run"("id", "programme_id");
CREATE UNIQUE INDEX "cross_check_result_run_id_programme_id_key" ON "cross_check_result"("run_id", "programme_id");
CREATE INDEX "cross_check_finding_programme_id_key_idx" ON "cross_check_finding"("programme_id", "key");
CREATE UNIQUE INDEX "cross_check_finding_run_id_key_programme_id_key" ON "cross_check_finding"("run_id", "key", "programme_id");
CREATE INDEX "finding_origin_programme_id_key_idx" ON "finding_origin"("programme_id", "key");
CREATE UNIQUE INDEX "finding_origin_finding_id_programme_id_key" ON "finding_origin"("finding_id", "programme_id");

ALTER TABLE "cross_check_run" ADD CONSTRAINT "cross_check_run_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cross_check_run" ADD CONSTRAINT "cross_check_run_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "cross_check_result" ADD CONSTRAINT "cross_check_result_run_id_programme_id_fkey" FOREIGN KEY ("run_id", "programme_id") REFERENCES "cross_check_run"("id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cross_check_result" ADD CONSTRAINT "cross_check_result_previous_id_programme_id_fkey" FOREIGN KEY ("previous_id", "programme_id") REFERENCES "cross_check_run"("id", "programme_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "cross_check_rule" ADD CONSTRAINT "cross_check_rule_run_id_programme_id_fkey" FOREIGN KEY ("run_id", "programme_id") REFERENCES "cross_check_result"("run_id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cross_check_finding" ADD CONSTRAINT "cross_check_finding_run_id_programme_id_fkey" FOREIGN KEY ("run_id", "programme_id") REFERENCES "cross_check_result"("run_id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cross_check_finding" ADD CONSTRAINT "cross_check_finding_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "cross_check_finding" ADD CONSTRAINT "cross_check_finding_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "cross_check_finding" ADD CONSTRAINT "cross_check_finding_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "cross_check_finding" ADD CONSTRAINT "cross_check_finding_waiver_id_fkey" FOREIGN KEY ("waiver_id") REFERENCES "rule_waiver"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_origin" ADD CONSTRAINT "finding_origin_finding_id_programme_id_fkey" FOREIGN KEY ("finding_id", "programme_id") REFERENCES "audit_finding"("id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_origin" ADD CONSTRAINT "finding_origin_run_id_key_programme_id_fkey" FOREIGN KEY ("run_id", "key", "programme_id") REFERENCES "cross_check_finding"("run_id", "key", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE cross_check_run ADD CONSTRAINT cross_check_run_number CHECK (number >= 1);
ALTER TABLE cross_check_result
  ADD CONSTRAINT cross_check_result_counts CHECK (least(checked, found, unjudged, fresh, gone) >= 0 AND fresh <= found),
  ADD CONSTRAINT cross_check_result_failed CHECK (NOT failed OR (checked = 0 AND found = 0 AND unjudged = 0 AND fresh = 0 AND gone = 0)),
  ADD CONSTRAINT cross_check_result_previous CHECK (previous_id <> run_id);
ALTER TABLE cross_check_rule
  ADD CONSTRAINT cross_check_rule_severity CHECK (severity IN ('block', 'warn', 'inform')),
  ADD CONSTRAINT cross_check_rule_counts CHECK (found BETWEEN 0 AND checked AND unjudged >= 0),
  -- What could not be judged says why, and is never a pass.
  ADD CONSTRAINT cross_check_rule_why CHECK ((unjudged > 0) = (why IS NOT NULL)),
  ADD CONSTRAINT cross_check_rule_rests CHECK (stage IS DISTINCT FROM 'retire' OR (checked = 0 AND unjudged = 0));
ALTER TABLE cross_check_finding
  ADD CONSTRAINT cross_check_finding_severity CHECK (severity IN ('block', 'warn', 'inform', 'simulated')),
  ADD CONSTRAINT cross_check_finding_unit CHECK (unit IN ('cents', 'count')),
  ADD CONSTRAINT cross_check_finding_key CHECK (key LIKE rule_code || '~%'),
  -- Absent is not zero: without two figures there is no difference, and with them it is exact.
  ADD CONSTRAINT cross_check_finding_difference CHECK (difference_value IS NOT DISTINCT FROM source_value - target_value),
  ADD CONSTRAINT cross_check_finding_differs CHECK (difference_value IS DISTINCT FROM 0 AND num_nonnulls(source_value, target_value) > 0);

-- A run is numbered as it is asked for, and its moment is the clock's.
CREATE FUNCTION security.stamp_cross_check_run() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('cross-check ' || NEW.programme_id, 75));
  NEW.number := coalesce((SELECT max(r.number) FROM public.cross_check_run r WHERE r.programme_id = NEW.programme_id), 0) + 1;
  NEW.asked_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER cross_check_run_stamped BEFORE INSERT ON cross_check_run FOR EACH ROW EXECUTE FUNCTION security.stamp_cross_check_run();

CREATE FUNCTION security.stamp_cross_check_result() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.finished_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER cross_check_result_stamped BEFORE INSERT ON cross_check_result FOR EACH ROW EXECUTE FUNCTION security.stamp_cross_check_result();

-- What a run found is written with its result, in its transaction, and never added to; its counts are what its rules count.
CREATE FUNCTION security.guard_cross_check_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_parts n LEFT JOIN public.cross_check_result r ON r.run_id = n.run_id AND r.finished_at = now()
      AND NOT r.failed WHERE r.run_id IS NULL) THEN
    RAISE EXCEPTION 'append_only: a run keeps what it found' USING ERRCODE = 'GS001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER cross_check_rule_in_time AFTER INSERT ON cross_check_rule REFERENCING NEW TABLE AS new_parts
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_cross_check_part();
CREATE TRIGGER cross_check_finding_in_time AFTER INSERT ON cross_check_finding REFERENCING NEW TABLE AS new_parts
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_cross_check_part();

CREATE FUNCTION security.check_cross_check_counts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE checked bigint; found_all bigint; unjudged bigint;
BEGIN
  SELECT coalesce(sum(u.checked), 0), coalesce(sum(u.found), 0), coalesce(sum(u.unjudged), 0) INTO checked, found_all, unjudged
    FROM public.cross_check_rule u WHERE u.run_id = NEW.run_id;
  IF NEW.checked <> checked OR NEW.found <> found_all OR NEW.unjudged <> unjudged OR EXISTS (
      SELECT 1 FROM (SELECT f.rule_code, count(*) AS kept FROM public.cross_check_finding f WHERE f.run_id = NEW.run_id GROUP BY f.rule_code) k
        LEFT JOIN public.cross_check_rule u ON u.run_id = NEW.run_id AND u.rule_code = k.rule_code
       WHERE u.rule_code IS NULL OR k.kept > u.found) THEN
    RAISE EXCEPTION 'cross_check_differs: a run counts what its rules count' USING ERRCODE = 'GS075';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER cross_check_result_counted AFTER INSERT ON cross_check_result DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION security.check_cross_check_counts();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['cross_check_run', 'cross_check_result', 'cross_check_rule', 'cross_check_finding', 'finding_origin'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY verifier_reads ON %I FOR SELECT TO geldstroom_verifier USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO geldstroom_app', t);
    EXECUTE format('GRANT SELECT ON %I TO geldstroom_verifier', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()',
      t || '_append_only', t);
  END LOOP;
END $$;

-- Who reconciles reads runs; an auditor asks for one, and only the system says what came of it.
CREATE POLICY reads ON cross_check_run FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'ministry', 'system'));
CREATE POLICY asks ON cross_check_run FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND person_id = (SELECT security.person_id())));
CREATE POLICY reads ON cross_check_result FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'ministry', 'system'));
CREATE POLICY records ON cross_check_result FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');
CREATE POLICY reads ON cross_check_rule FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'ministry', 'system'));
CREATE POLICY records ON cross_check_rule FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');
CREATE POLICY reads ON cross_check_finding FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'ministry', 'system'));
CREATE POLICY records ON cross_check_finding FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');
-- Who may read a finding reads where it came from, as far as they read that as well.
CREATE POLICY reads ON finding_origin FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'system')
  OR ((SELECT security.scope()) = 'ministry' AND EXISTS (SELECT 1 FROM audit_finding f WHERE f.id = finding_id)));
CREATE POLICY writes ON finding_origin FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND EXISTS (SELECT 1 FROM audit_finding f WHERE f.id = finding_id
    AND f.created_by = (SELECT security.person_id()))));

REVOKE EXECUTE ON FUNCTION security.stamp_cross_check_run(), security.stamp_cross_check_result(), security.guard_cross_check_part(),
  security.check_cross_check_counts() FROM PUBLIC;
