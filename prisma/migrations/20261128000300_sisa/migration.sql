-- SiSa: what a municipality accounts for per decision and year. Tables of codes and tolerances, answers, frozen deliveries
-- and the bridge from one delivery to the next. All of it is written once; the last version counts.

CREATE TYPE "sisa_measure" AS ENUM ('spent', 'correction', 'cumulative', 'final');

CREATE TYPE "sisa_reading" AS ENUM ('each', 'together', 'not_stated');

CREATE TYPE "sisa_outcome" AS ENUM ('delivered', 'returned');

CREATE TABLE "sisa_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "stream_id" UUID,
    "year" INTEGER,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "scheme" TEXT NOT NULL,
    "code" TEXT,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sisa_code_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sisa_indicator" (
    "code_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "control" TEXT,
    "measure" "sisa_measure",
    "note" TEXT,

    CONSTRAINT "sisa_indicator_pkey" PRIMARY KEY ("code_id","position")
);

CREATE TABLE "sisa_tolerance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "first_year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "errors" INTEGER NOT NULL,
    "uncertainties" INTEGER NOT NULL,
    "reading" "sisa_reading" NOT NULL,
    "source" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sisa_tolerance_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sisa_answers" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "adopted_on" DATE,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sisa_answers_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sisa_answer" (
    "answers_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "row_key" TEXT NOT NULL,
    "final" BOOLEAN,
    "errors_cents" BIGINT,
    "uncertainties_cents" BIGINT,
    "note" TEXT,

    CONSTRAINT "sisa_answer_pkey" PRIMARY KEY ("answers_id","row_key")
);

CREATE TABLE "sisa_delivery" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "spent_cents" BIGINT NOT NULL,
    "correction_cents" BIGINT NOT NULL,
    "cumulative_cents" BIGINT NOT NULL,
    "ledger_seq" BIGINT NOT NULL,
    "corrects_id" UUID,
    "reason" TEXT,
    "prepared_by" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sisa_delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sisa_delivery_event" (
    "delivery_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "outcome" "sisa_outcome" NOT NULL,
    "content_hash" TEXT NOT NULL,
    "reason" TEXT,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sisa_delivery_event_pkey" PRIMARY KEY ("delivery_id")
);

CREATE TABLE "sisa_bridge_line" (
    "delivery_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "row_key" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "old_cents" BIGINT,
    "new_cents" BIGINT,
    "difference_cents" BIGINT,
    "old_text" TEXT,
    "new_text" TEXT,
    "cause" TEXT NOT NULL,
    "entries" BIGINT[],

    CONSTRAINT "sisa_bridge_line_pkey" PRIMARY KEY ("delivery_id","line")
);

CREATE UNIQUE INDEX "sisa_code_programme_id_key_version_key" ON "sisa_code"("programme_id", "key", "version");

CREATE UNIQUE INDEX "sisa_tolerance_programme_id_first_year_version_key" ON "sisa_tolerance"("programme_id", "first_year", "version");

CREATE UNIQUE INDEX "sisa_answers_programme_id_municipality_id_year_version_key" ON "sisa_answers"("programme_id", "municipality_id", "year", "version");

CREATE UNIQUE INDEX "sisa_delivery_programme_id_municipality_id_year_version_key" ON "sisa_delivery"("programme_id", "municipality_id", "year", "version");

ALTER TABLE "sisa_code" ADD CONSTRAINT "sisa_code_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_code" ADD CONSTRAINT "sisa_code_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "sisa_code" ADD CONSTRAINT "sisa_code_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "sisa_indicator" ADD CONSTRAINT "sisa_indicator_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "sisa_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_tolerance" ADD CONSTRAINT "sisa_tolerance_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_tolerance" ADD CONSTRAINT "sisa_tolerance_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "sisa_answers" ADD CONSTRAINT "sisa_answers_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_answers" ADD CONSTRAINT "sisa_answers_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_answers" ADD CONSTRAINT "sisa_answers_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_answer" ADD CONSTRAINT "sisa_answer_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "sisa_answers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_delivery" ADD CONSTRAINT "sisa_delivery_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_delivery" ADD CONSTRAINT "sisa_delivery_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_delivery" ADD CONSTRAINT "sisa_delivery_prepared_by_fkey" FOREIGN KEY ("prepared_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_delivery" ADD CONSTRAINT "sisa_delivery_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "sisa_delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "sisa_delivery_event" ADD CONSTRAINT "sisa_delivery_event_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "sisa_delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_delivery_event" ADD CONSTRAINT "sisa_delivery_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_bridge_line" ADD CONSTRAINT "sisa_bridge_line_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "sisa_delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sisa_code
  ADD CONSTRAINT sisa_code_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT sisa_code_key_true CHECK (key = coalesce(stream_id::text, scheme) || '/' || coalesce(year::text, '*')),
  ADD CONSTRAINT sisa_code_source_given CHECK (length(btrim(source)) > 0 AND length(btrim(reason)) > 0);
ALTER TABLE sisa_tolerance
  ADD CONSTRAINT sisa_tolerance_share CHECK (errors BETWEEN 0 AND 10000 AND uncertainties BETWEEN 0 AND 10000),
  ADD CONSTRAINT sisa_tolerance_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT sisa_tolerance_source_given CHECK (length(btrim(source)) > 0);
ALTER TABLE sisa_answer ADD CONSTRAINT sisa_answer_not_negative CHECK (errors_cents >= 0 AND uncertainties_cents >= 0);
ALTER TABLE sisa_bridge_line
  ADD CONSTRAINT sisa_bridge_line_adds_up CHECK (CASE WHEN old_cents IS NULL AND new_cents IS NULL THEN difference_cents IS NULL
    ELSE difference_cents IS NOT DISTINCT FROM coalesce(new_cents, 0) - coalesce(old_cents, 0) END),
  ADD CONSTRAINT sisa_bridge_line_differs CHECK (old_cents IS DISTINCT FROM new_cents OR old_text IS DISTINCT FROM new_text),
  ADD CONSTRAINT sisa_bridge_line_measure CHECK (measure IN ('spent', 'correction', 'cumulative', 'final', 'errors', 'uncertainties', 'note',
    'code', 'adopted'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sisa_code', 'sisa_indicator', 'sisa_tolerance', 'sisa_answers', 'sisa_answer', 'sisa_delivery',
    'sisa_delivery_event', 'sisa_bridge_line'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()',
      t || '_append_only', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO geldstroom_app', t);
  END LOOP;
  -- Codes and tolerances are read by whoever is signed in.
  FOREACH t IN ARRAY ARRAY['sisa_code', 'sisa_indicator', 'sisa_tolerance'] LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.signed_in()))', t);
  END LOOP;
  -- Answers are work in hand: only the municipality sees them.
  FOREACH t IN ARRAY ARRAY['sisa_answers', 'sisa_answer'] LOOP
    EXECUTE format($p$CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])))$p$, t);
  END LOOP;
  -- A prepared version is the municipality's own until it is delivered.
  FOREACH t IN ARRAY ARRAY['sisa_delivery', 'sisa_bridge_line'] LOOP
    EXECUTE format($p$CREATE POLICY reads ON %1$I FOR SELECT USING ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
      OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM sisa_delivery_event e
        WHERE e.delivery_id = %2$s AND e.outcome = 'delivered')))$p$, t,
      CASE t WHEN 'sisa_delivery' THEN 'sisa_delivery.id' ELSE 'sisa_bridge_line.delivery_id' END);
  END LOOP;
END $$;
CREATE POLICY reads ON sisa_delivery_event FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.reads_all()) AND outcome = 'delivered'));

-- A code table is kept by the ministry of its stream; what is no stream is only loaded.
CREATE POLICY enters ON sisa_code FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (stream_id IS NOT NULL AND security.writes_stream(stream_id) AND created_by = (SELECT security.person_id())));
CREATE POLICY enters ON sisa_indicator FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR EXISTS (SELECT 1 FROM sisa_code c WHERE c.id = code_id AND security.writes_stream(c.stream_id)
    AND c.created_by = (SELECT security.person_id())));
CREATE POLICY enters ON sisa_tolerance FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND created_by = (SELECT security.person_id()) AND EXISTS (
    SELECT 1 FROM programme_participant p WHERE p.programme_id = sisa_tolerance.programme_id
      AND p.organisation_id = ANY ((SELECT security.organisations())::uuid[]))));
CREATE POLICY enters ON sisa_answers FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND created_by = (SELECT security.person_id())));
CREATE POLICY enters ON sisa_answer FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM sisa_answers a WHERE a.id = answers_id
  AND a.municipality_id = sisa_answer.municipality_id
  AND ((SELECT security.scope()) = 'system' OR a.created_by = (SELECT security.person_id()))));
CREATE POLICY prepares ON sisa_delivery FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND prepared_by = (SELECT security.person_id())));
CREATE POLICY prepares ON sisa_bridge_line FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM sisa_delivery d WHERE d.id = delivery_id
  AND d.municipality_id = sisa_bridge_line.municipality_id
  AND ((SELECT security.scope()) = 'system' OR d.prepared_by = (SELECT security.person_id()))));
CREATE POLICY decides ON sisa_delivery_event FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND person_id = (SELECT security.person_id())));

-- Versions of codes, tolerances and answers follow each other, so that two people at once do not overwrite each other.
CREATE FUNCTION security.guard_sisa_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last int;
BEGIN
  IF TG_TABLE_NAME = 'sisa_code' THEN
    SELECT max(c.version) INTO last FROM public.sisa_code c WHERE c.programme_id = NEW.programme_id AND c.key = NEW.key;
  ELSIF TG_TABLE_NAME = 'sisa_tolerance' THEN
    SELECT max(c.version) INTO last FROM public.sisa_tolerance c
     WHERE c.programme_id = NEW.programme_id AND c.first_year = NEW.first_year;
  ELSE
    SELECT max(c.version) INTO last FROM public.sisa_answers c
     WHERE c.programme_id = NEW.programme_id AND c.municipality_id = NEW.municipality_id AND c.year = NEW.year;
    IF EXISTS (SELECT 1 FROM public.sisa_delivery d WHERE d.programme_id = NEW.programme_id
        AND d.municipality_id = NEW.municipality_id AND d.year = NEW.year
        AND NOT EXISTS (SELECT 1 FROM public.sisa_delivery_event e WHERE e.delivery_id = d.id)) THEN
      RAISE EXCEPTION 'not_open: a prepared version waits for its signer' USING ERRCODE = 'GS007';
    END IF;
  END IF;
  IF NEW.version <> coalesce(last, 0) + 1 THEN
    RAISE EXCEPTION 'stale: version % does not follow %', NEW.version, coalesce(last, 0) USING ERRCODE = 'GS009';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sisa_code_follows BEFORE INSERT ON sisa_code FOR EACH ROW EXECUTE FUNCTION security.guard_sisa_version();
CREATE TRIGGER sisa_tolerance_follows BEFORE INSERT ON sisa_tolerance FOR EACH ROW EXECUTE FUNCTION security.guard_sisa_version();
CREATE TRIGGER sisa_answers_follows BEFORE INSERT ON sisa_answers FOR EACH ROW EXECUTE FUNCTION security.guard_sisa_version();

-- A delivery is what its hash says, of its own municipality and year, with totals that are the sum of its rows; it comes
-- after the last one, which must have been decided, and names the delivered version that it corrects.
CREATE FUNCTION security.guard_sisa_delivery() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  last public.sisa_delivery; delivered uuid; written jsonb;
  spent numeric; correction numeric; cumulative numeric;
BEGIN
  SELECT d.* INTO last FROM public.sisa_delivery d WHERE d.programme_id = NEW.programme_id
    AND d.municipality_id = NEW.municipality_id AND d.year = NEW.year ORDER BY d.version DESC LIMIT 1;
  IF NEW.version <> coalesce(last.version, 0) + 1 THEN
    RAISE EXCEPTION 'stale: version % does not follow %', NEW.version, coalesce(last.version, 0) USING ERRCODE = 'GS009';
  END IF;
  IF last.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.sisa_delivery_event e WHERE e.delivery_id = last.id) THEN
    RAISE EXCEPTION 'not_open: version % still waits for its signer', last.version USING ERRCODE = 'GS007';
  END IF;
  SELECT d.id INTO delivered FROM public.sisa_delivery d JOIN public.sisa_delivery_event e ON e.delivery_id = d.id
   WHERE d.programme_id = NEW.programme_id AND d.municipality_id = NEW.municipality_id AND d.year = NEW.year
     AND e.outcome = 'delivered' ORDER BY d.version DESC LIMIT 1;
  IF NEW.corrects_id IS DISTINCT FROM delivered THEN
    RAISE EXCEPTION 'sisa_differs: a version corrects the last one that was delivered, and only that' USING ERRCODE = 'GS031';
  END IF;
  IF delivered IS NOT NULL AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: a correction after delivery needs a reason' USING ERRCODE = 'GS010';
  END IF;
  IF NEW.content_hash <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'sisa_differs: the hash is not that of the content' USING ERRCODE = 'GS031';
  END IF;
  written := NEW.content::jsonb;
  SELECT coalesce(sum((r->>'spent')::numeric), 0), coalesce(sum((r->>'correction')::numeric), 0),
         coalesce(sum((r->>'cumulative')::numeric), 0)
    INTO spent, correction, cumulative FROM jsonb_array_elements(written->'rows') r;
  IF spent <> NEW.spent_cents OR correction <> NEW.correction_cents OR cumulative <> NEW.cumulative_cents
    OR (written->>'year')::int <> NEW.year
    OR written->'municipality'->>'code' <> (SELECT o.code FROM public.organisation o WHERE o.id = NEW.municipality_id)
    OR written->'programme'->>'code' <> (SELECT p.code FROM public.programme p WHERE p.id = NEW.programme_id) THEN
    RAISE EXCEPTION 'sisa_differs: the content is of another place or year, or its rows do not sum to its totals' USING ERRCODE = 'GS031';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sisa_delivery_whole BEFORE INSERT ON sisa_delivery FOR EACH ROW EXECUTE FUNCTION security.guard_sisa_delivery();

-- Another person than who prepared it decides, on exactly that content, once.
CREATE FUNCTION security.guard_sisa_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE d public.sisa_delivery;
BEGIN
  SELECT x.* INTO d FROM public.sisa_delivery x WHERE x.id = NEW.delivery_id AND x.municipality_id = NEW.municipality_id;
  IF d.id IS NULL OR EXISTS (SELECT 1 FROM public.sisa_delivery_event e WHERE e.delivery_id = NEW.delivery_id) THEN
    RAISE EXCEPTION 'not_open: this version was decided already' USING ERRCODE = 'GS007';
  END IF;
  IF NEW.person_id = d.prepared_by THEN
    RAISE EXCEPTION 'four_eyes: who prepared a delivery does not deliver it' USING ERRCODE = 'GS008';
  END IF;
  IF NEW.content_hash <> d.content_hash THEN
    RAISE EXCEPTION 'stale: this is not the content that was prepared' USING ERRCODE = 'GS009';
  END IF;
  IF NEW.outcome = 'returned' AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: a return needs a reason' USING ERRCODE = 'GS010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sisa_delivery_four_eyes BEFORE INSERT ON sisa_delivery_event
  FOR EACH ROW EXECUTE FUNCTION security.guard_sisa_decision();

-- The bridge leads from the delivered totals to the new ones, to the cent; looked at when the transaction is committed.
CREATE FUNCTION security.check_sisa_bridge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE d public.sisa_delivery; old public.sisa_delivery; spent numeric; correction numeric; cumulative numeric; lines int;
BEGIN
  SELECT x.* INTO d FROM public.sisa_delivery x
   WHERE x.id = coalesce((to_jsonb(NEW)->>'delivery_id')::uuid, (to_jsonb(NEW)->>'id')::uuid);
  SELECT x.* INTO old FROM public.sisa_delivery x WHERE x.id = d.corrects_id;
  SELECT count(*), coalesce(sum(difference_cents) FILTER (WHERE measure = 'spent'), 0),
         coalesce(sum(difference_cents) FILTER (WHERE measure = 'correction'), 0),
         coalesce(sum(difference_cents) FILTER (WHERE measure = 'cumulative'), 0)
    INTO lines, spent, correction, cumulative FROM public.sisa_bridge_line b WHERE b.delivery_id = d.id;
  IF old.id IS NULL THEN
    IF lines > 0 THEN
      RAISE EXCEPTION 'sisa_differs: a first delivery has no bridge' USING ERRCODE = 'GS031';
    END IF;
    RETURN NULL;
  END IF;
  IF lines = 0 OR spent <> d.spent_cents - old.spent_cents OR correction <> d.correction_cents - old.correction_cents
    OR cumulative <> d.cumulative_cents - old.cumulative_cents THEN
    RAISE EXCEPTION 'sisa_differs: the bridge does not lead from the delivered version to this one' USING ERRCODE = 'GS031';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sisa_delivery_bridged AFTER INSERT ON sisa_delivery DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION security.check_sisa_bridge();
-- A line that is added later would change the sum.
CREATE CONSTRAINT TRIGGER sisa_bridge_line_sums AFTER INSERT ON sisa_bridge_line DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION security.check_sisa_bridge();
REVOKE EXECUTE ON FUNCTION security.guard_sisa_version(), security.guard_sisa_delivery(), security.guard_sisa_decision(),
  security.check_sisa_bridge() FROM PUBLIC;
