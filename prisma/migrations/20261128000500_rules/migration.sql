-- The life of a rule of a report: how heavy it weighs from which date, waivers, what its runs found, and what a municipality
-- answered to a warning. All append-only but that answer, which is part of a draft.

CREATE TYPE "rule_stage_name" AS ENUM ('simulate', 'warn', 'block', 'retire');

CREATE TABLE "rule_stage" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "rule_code" TEXT NOT NULL,
    "stage" "rule_stage_name" NOT NULL,
    "valid_from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_stage_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "rule_stage_decision" (
    "stage_id" UUID NOT NULL,
    "agreed" BOOLEAN NOT NULL,
    "reason" TEXT,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_stage_decision_pkey" PRIMARY KEY ("stage_id")
);
CREATE TABLE "rule_waiver" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "area_id" UUID,
    "rule_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_waiver_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "rule_waiver_decision" (
    "waiver_id" UUID NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "reason" TEXT,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_waiver_decision_pkey" PRIMARY KEY ("waiver_id")
);
CREATE TABLE "rule_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_run_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "rule_finding" (
    "run_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rule_code" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "problem" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "line_key" TEXT,
    "facts" JSONB NOT NULL,
    "explanation" TEXT,
    "waiver_id" UUID,

    CONSTRAINT "rule_finding_pkey" PRIMARY KEY ("run_id","position")
);
CREATE TABLE "report_explanation" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "rule_code" TEXT NOT NULL,
    "line_key" TEXT NOT NULL,
    "text" TEXT,

    CONSTRAINT "report_explanation_pkey" PRIMARY KEY ("report_id","rule_code","line_key")
);

CREATE INDEX "rule_stage_programme_id_rule_code_valid_from_idx" ON "rule_stage"("programme_id", "rule_code", "valid_from");
CREATE INDEX "rule_waiver_stream_id_municipality_id_idx" ON "rule_waiver"("stream_id", "municipality_id");
CREATE INDEX "rule_run_report_id_at_idx" ON "rule_run"("report_id", "at");
CREATE UNIQUE INDEX "rule_run_id_municipality_id_key" ON "rule_run"("id", "municipality_id");

ALTER TABLE "rule_stage" ADD CONSTRAINT "rule_stage_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_stage" ADD CONSTRAINT "rule_stage_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_stage_decision" ADD CONSTRAINT "rule_stage_decision_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "rule_stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_stage_decision" ADD CONSTRAINT "rule_stage_decision_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_waiver" ADD CONSTRAINT "rule_waiver_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_waiver" ADD CONSTRAINT "rule_waiver_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_waiver" ADD CONSTRAINT "rule_waiver_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_waiver" ADD CONSTRAINT "rule_waiver_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_waiver" ADD CONSTRAINT "rule_waiver_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_waiver_decision" ADD CONSTRAINT "rule_waiver_decision_waiver_id_fkey" FOREIGN KEY ("waiver_id") REFERENCES "rule_waiver"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_waiver_decision" ADD CONSTRAINT "rule_waiver_decision_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_run" ADD CONSTRAINT "rule_run_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_run" ADD CONSTRAINT "rule_run_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_finding" ADD CONSTRAINT "rule_finding_run_id_municipality_id_fkey" FOREIGN KEY ("run_id", "municipality_id") REFERENCES "rule_run"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_finding" ADD CONSTRAINT "rule_finding_waiver_id_fkey" FOREIGN KEY ("waiver_id") REFERENCES "rule_waiver"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_explanation" ADD CONSTRAINT "report_explanation_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE rule_stage ADD CONSTRAINT rule_stage_reason_given CHECK (length(btrim(reason)) > 0);
-- A waiver is for a while: what has to last is a stage of the rule.
ALTER TABLE rule_waiver
  ADD CONSTRAINT rule_waiver_reason_given CHECK (length(btrim(reason)) > 0),
  ADD CONSTRAINT rule_waiver_for_a_while CHECK (expires_on <= (requested_at AT TIME ZONE 'Europe/Amsterdam')::date + 366);
ALTER TABLE rule_run ADD CONSTRAINT rule_run_step CHECK (step IN ('save', 'submit', 'review'));
ALTER TABLE rule_finding ADD CONSTRAINT rule_finding_severity CHECK (severity IN ('block', 'question', 'inform', 'simulated'));

-- Rules without which the ledger would not add up: nobody weakens them, and nobody is exempt.
CREATE FUNCTION security.fixed_rule(code text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT code IN ('S3', 'S4', 'S8', 'X7') $$;

-- Ministries that take part in the programme today.
CREATE FUNCTION security.ministry_takes_part(programme uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT security.scope() = 'ministry' AND EXISTS (SELECT 1 FROM public.programme_participant p
    JOIN public.organisation o ON o.id = p.organisation_id AND o.kind = 'ministry'
   WHERE p.programme_id = programme AND p.organisation_id = ANY ((SELECT security.organisations())::uuid[])
     AND (p.valid_from IS NULL OR p.valid_from <= security.today()) AND (p.valid_to IS NULL OR p.valid_to >= security.today()))
$$;

-- Functions, because a policy of a decision that reads what it is about would go round in circles.
CREATE FUNCTION security.decides_stage(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM public.rule_stage s WHERE s.id = asked AND security.ministry_takes_part(s.programme_id));
END $$;
CREATE FUNCTION security.decides_waiver(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM public.rule_waiver w WHERE w.id = asked AND w.stream_id = ANY ((SELECT security.own_streams())::uuid[]));
END $$;

CREATE FUNCTION security.guard_rule_stage() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF security.fixed_rule(NEW.rule_code) AND NEW.stage <> 'block' THEN
    RAISE EXCEPTION 'rule_fixed: rule % always blocks', NEW.rule_code USING ERRCODE = 'GS050';
  END IF;
  -- What was reported before is judged by the rules of then. Only loading (system) may say how it was.
  IF NEW.valid_from < security.today() AND security.scope() <> 'system' THEN
    RAISE EXCEPTION 'rule_backwards: a stage begins today or later' USING ERRCODE = 'GS051';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_stage_stands BEFORE INSERT ON rule_stage FOR EACH ROW EXECUTE FUNCTION security.guard_rule_stage();

CREATE FUNCTION security.guard_rule_stage_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.rule_stage_decision d WHERE d.stage_id = NEW.stage_id) THEN
    RAISE EXCEPTION 'not_open: this stage was decided already' USING ERRCODE = 'GS007';
  END IF;
  IF EXISTS (SELECT 1 FROM public.rule_stage s WHERE s.id = NEW.stage_id AND s.proposed_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'four_eyes: who proposed a stage does not agree to it' USING ERRCODE = 'GS008';
  END IF;
  IF NOT NEW.agreed AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: a refusal needs a reason' USING ERRCODE = 'GS010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_stage_four_eyes BEFORE INSERT ON rule_stage_decision FOR EACH ROW EXECUTE FUNCTION security.guard_rule_stage_decision();

CREATE FUNCTION security.guard_rule_waiver() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF security.fixed_rule(NEW.rule_code) THEN
    RAISE EXCEPTION 'rule_fixed: rule % holds for everybody', NEW.rule_code USING ERRCODE = 'GS050';
  END IF;
  IF NEW.expires_on < security.today() AND security.scope() <> 'system' THEN
    RAISE EXCEPTION 'rule_backwards: a waiver ends today or later' USING ERRCODE = 'GS051';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_waiver_stands BEFORE INSERT ON rule_waiver FOR EACH ROW EXECUTE FUNCTION security.guard_rule_waiver();

CREATE FUNCTION security.guard_rule_waiver_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.rule_waiver_decision d WHERE d.waiver_id = NEW.waiver_id) THEN
    RAISE EXCEPTION 'not_open: this waiver was decided already' USING ERRCODE = 'GS007';
  END IF;
  IF EXISTS (SELECT 1 FROM public.rule_waiver w WHERE w.id = NEW.waiver_id AND w.requested_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'four_eyes: who asked for a waiver does not grant it' USING ERRCODE = 'GS008';
  END IF;
  IF NOT NEW.granted AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: a refusal needs a reason' USING ERRCODE = 'GS010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_waiver_four_eyes BEFORE INSERT ON rule_waiver_decision FOR EACH ROW EXECUTE FUNCTION security.guard_rule_waiver_decision();

-- What a run found is written with the run, in its transaction, and never added to.
CREATE FUNCTION security.guard_rule_finding() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_findings n LEFT JOIN public.rule_run r ON r.id = n.run_id AND r.at = now() WHERE r.id IS NULL) THEN
    RAISE EXCEPTION 'append_only: a run keeps what it found' USING ERRCODE = 'GS001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rule_finding_in_time AFTER INSERT ON rule_finding REFERENCING NEW TABLE AS new_findings
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_rule_finding();
CREATE FUNCTION security.stamp_rule_run() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER rule_run_stamped BEFORE INSERT ON rule_run FOR EACH ROW EXECUTE FUNCTION security.stamp_rule_run();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rule_stage', 'rule_stage_decision', 'rule_waiver', 'rule_waiver_decision', 'rule_run', 'rule_finding',
    'report_explanation']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY verifier_reads ON %I FOR SELECT TO geldstroom_verifier USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO geldstroom_app', t);
    EXECUTE format('GRANT SELECT ON %I TO geldstroom_verifier', t);
    IF t <> 'report_explanation' THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()',
        t || '_append_only', t);
    END IF;
  END LOOP;
END $$;
GRANT UPDATE ON report_explanation TO geldstroom_app;
CREATE TRIGGER report_explanation_no_delete BEFORE DELETE OR TRUNCATE ON report_explanation
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

-- How a rule stands is public; who is signed in also sees what is proposed.
CREATE POLICY reads ON rule_stage FOR SELECT USING ((SELECT security.signed_in()) OR ((SELECT security.scope()) = 'public'
  AND EXISTS (SELECT 1 FROM rule_stage_decision d WHERE d.stage_id = id AND d.agreed)));
CREATE POLICY proposes ON rule_stage FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (security.ministry_takes_part(programme_id) AND proposed_by = (SELECT security.person_id())));
CREATE POLICY reads ON rule_stage_decision FOR SELECT USING ((SELECT security.scope()) <> 'none');
CREATE POLICY decides ON rule_stage_decision FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (decided_by = (SELECT security.person_id()) AND security.decides_stage(stage_id)));

-- A waiver is published once it is granted. Before that the municipality, the ministries and the auditors see it.
CREATE POLICY reads ON rule_waiver FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.scope()) <> 'none' AND EXISTS (SELECT 1 FROM rule_waiver_decision d WHERE d.waiver_id = id AND d.granted)));
CREATE POLICY asks ON rule_waiver FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (requested_by = (SELECT security.person_id()) AND (stream_id = ANY ((SELECT security.own_streams())::uuid[])
    OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])))));
CREATE POLICY reads ON rule_waiver_decision FOR SELECT USING ((SELECT security.scope()) <> 'none');
CREATE POLICY decides ON rule_waiver_decision FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (decided_by = (SELECT security.person_id()) AND security.decides_waiver(waiver_id)));

-- A municipality sees its own runs, without what is only being tried. A ministry does not look into a draft.
CREATE POLICY reads ON rule_run FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.reads_all()) AND step <> 'save'));
CREATE POLICY runs ON rule_run FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (person_id = (SELECT security.person_id()) AND (((SELECT security.scope()) = 'municipality'
      AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
    OR (step = 'review' AND EXISTS (SELECT 1 FROM report r JOIN reporting_window w ON w.id = r.window_id
      WHERE r.id = report_id AND w.stream_id = ANY ((SELECT security.own_streams())::uuid[]))))));
CREATE POLICY reads ON rule_finding FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND severity <> 'simulated'
    AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM rule_run r WHERE r.id = run_id AND r.step <> 'save')));
CREATE POLICY finds ON rule_finding FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR EXISTS (SELECT 1 FROM rule_run r WHERE r.id = run_id AND r.person_id = (SELECT security.person_id())));

CREATE POLICY reads ON report_explanation FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('submitted', 'signed', 'accepted'))));
CREATE POLICY fills ON report_explanation FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))));
CREATE POLICY changes ON report_explanation FOR UPDATE USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))));

-- How each rule of a programme stands from when: agreed stages, from their date or from the day of the agreement when that was
-- later, so that no rule works backwards.
CREATE VIEW rule_standing WITH (security_invoker = true) AS
  SELECT s.id, s.programme_id, s.rule_code, s.stage, s.reason,
      greatest(s.valid_from, (d.decided_at AT TIME ZONE 'Europe/Amsterdam')::date) AS holds_from, d.decided_at
    FROM rule_stage s JOIN rule_stage_decision d ON d.stage_id = s.id AND d.agreed;
GRANT SELECT ON rule_standing TO geldstroom_app;

REVOKE EXECUTE ON FUNCTION security.fixed_rule(text), security.ministry_takes_part(uuid), security.decides_stage(uuid), security.decides_waiver(uuid), security.guard_rule_stage(),
  security.guard_rule_stage_decision(), security.guard_rule_waiver(), security.guard_rule_waiver_decision(),
  security.guard_rule_finding(), security.stamp_rule_run() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.fixed_rule(text), security.ministry_takes_part(uuid), security.decides_stage(uuid),
  security.decides_waiver(uuid) TO geldstroom_app;
