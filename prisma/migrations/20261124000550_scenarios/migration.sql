-- What-if: a named set of changes over the present. It is nobody's figure: nothing outside these two tables refers to it,
-- and who did not make it sees it only as a colleague of the ministry it was shared with.

CREATE TABLE "scenario" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ministry_id" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proposed_at" TIMESTAMPTZ(6),
    "batch_ids" UUID[],

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "scenario_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "scenario_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "from_allocation_id" UUID,
    "to_theme_id" UUID,
    "to_area_id" UUID,
    "years" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_line_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "scenario_programme_id_created_by_idx" ON "scenario"("programme_id", "created_by");
CREATE INDEX "scenario_line_scenario_id_idx" ON "scenario_line"("scenario_id");
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scenario_line" ADD CONSTRAINT "scenario_line_scenario_id_fkey" FOREIGN KEY ("scenario_id") REFERENCES "scenario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scenario_line" ADD CONSTRAINT "scenario_line_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "tranche"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE scenario
  ADD CONSTRAINT scenario_named CHECK (length(btrim(name)) > 0),
  ADD CONSTRAINT scenario_proposed_whole CHECK ((proposed_at IS NULL) = (batch_ids IS NULL));
ALTER TABLE scenario_line
  ADD CONSTRAINT scenario_line_goes_somewhere CHECK (from_allocation_id IS NOT NULL OR to_area_id IS NOT NULL),
  ADD CONSTRAINT scenario_line_place CHECK ((to_area_id IS NULL) = (to_theme_id IS NULL));

ALTER TABLE scenario ENABLE ROW LEVEL SECURITY;
ALTER TABLE scenario FORCE ROW LEVEL SECURITY;
ALTER TABLE scenario_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE scenario_line FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON scenario FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND (created_by = (SELECT security.person_id())
    OR (shared AND ministry_id = ANY ((SELECT security.organisations())::uuid[])))));
CREATE POLICY makes ON scenario FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND created_by = (SELECT security.person_id())
    AND ministry_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY changes ON scenario FOR UPDATE USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND created_by = (SELECT security.person_id())))
  WITH CHECK ((SELECT security.scope()) = 'system' OR (created_by = (SELECT security.person_id())
    AND ministry_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY reads ON scenario_line FOR SELECT USING (EXISTS (SELECT 1 FROM scenario s WHERE s.id = scenario_id));
CREATE POLICY makes ON scenario_line FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM scenario s WHERE s.id = scenario_id
  AND ((SELECT security.scope()) = 'system' OR s.created_by = (SELECT security.person_id()))));
CREATE POLICY removes ON scenario_line FOR DELETE USING (EXISTS (SELECT 1 FROM scenario s WHERE s.id = scenario_id
  AND ((SELECT security.scope()) = 'system' OR s.created_by = (SELECT security.person_id()))));
GRANT SELECT, INSERT, UPDATE ON scenario TO geldstroom_app;
GRANT SELECT, INSERT, DELETE ON scenario_line TO geldstroom_app;

-- What became a proposal stays as it was.
CREATE FUNCTION security.guard_scenario() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.proposed_at IS NOT NULL THEN
    RAISE EXCEPTION 'not_open: this scenario has become a proposal' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scenario_closed BEFORE UPDATE ON scenario FOR EACH ROW EXECUTE FUNCTION security.guard_scenario();
CREATE FUNCTION security.guard_scenario_line() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.scenario s WHERE s.id = coalesce(NEW.scenario_id, OLD.scenario_id) AND s.proposed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'not_open: this scenario has become a proposal' USING ERRCODE = 'GS007';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER scenario_line_closed BEFORE INSERT OR DELETE ON scenario_line FOR EACH ROW EXECUTE FUNCTION security.guard_scenario_line();
REVOKE EXECUTE ON FUNCTION security.guard_scenario(), security.guard_scenario_line() FROM PUBLIC;
