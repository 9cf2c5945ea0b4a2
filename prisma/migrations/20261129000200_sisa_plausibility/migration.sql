-- What the CBS answered about a delivered version of the accounts of a municipality.

CREATE TYPE "sisa_cbs_answer" AS ENUM ('plausible', 'not_plausible');

CREATE TABLE "sisa_plausibility" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "delivery_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "answer" "sisa_cbs_answer" NOT NULL,
    "answered_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT,
    "correct_until" DATE,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sisa_plausibility_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "sisa_plausibility_delivery_id_number_key" ON "sisa_plausibility"("delivery_id", "number");

ALTER TABLE "sisa_plausibility" ADD CONSTRAINT "sisa_plausibility_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "sisa_delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sisa_plausibility" ADD CONSTRAINT "sisa_plausibility_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sisa_plausibility
  ADD CONSTRAINT sisa_plausibility_source_given CHECK (length(btrim(source)) > 0),
  ADD CONSTRAINT sisa_plausibility_until CHECK (correct_until IS NULL OR (answer = 'plausible' AND correct_until >= answered_on));
ALTER TABLE sisa_plausibility ENABLE ROW LEVEL SECURITY;
ALTER TABLE sisa_plausibility FORCE ROW LEVEL SECURITY;
CREATE TRIGGER sisa_plausibility_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sisa_plausibility
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
GRANT SELECT, INSERT ON sisa_plausibility TO geldstroom_app;

-- Only of what was delivered there is an answer, so who reads deliveries reads it.
CREATE POLICY reads ON sisa_plausibility FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR (SELECT security.reads_all()));
CREATE POLICY records ON sisa_plausibility FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
    AND person_id = (SELECT security.person_id())));

-- Of a version that was delivered, not before that day, one after the other; what is not plausible, and what takes the
-- place of an earlier record, says why.
CREATE FUNCTION security.guard_sisa_plausibility() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE sent timestamptz; last int;
BEGIN
  SELECT e.at INTO sent FROM public.sisa_delivery_event e WHERE e.delivery_id = NEW.delivery_id
    AND e.municipality_id = NEW.municipality_id AND e.outcome = 'delivered';
  IF sent IS NULL THEN
    RAISE EXCEPTION 'not_open: the CBS answers about what was delivered' USING ERRCODE = 'GS007';
  END IF;
  SELECT max(p.number) INTO last FROM public.sisa_plausibility p WHERE p.delivery_id = NEW.delivery_id;
  IF NEW.number <> coalesce(last, 0) + 1 THEN
    RAISE EXCEPTION 'stale: answer % does not follow %', NEW.number, coalesce(last, 0) USING ERRCODE = 'GS009';
  END IF;
  IF NEW.answered_on < (sent AT TIME ZONE 'Europe/Amsterdam')::date
    OR NEW.answered_on > (now() AT TIME ZONE 'Europe/Amsterdam')::date THEN
    RAISE EXCEPTION 'sisa_differs: an answer comes after the delivery, and not in the future' USING ERRCODE = 'GS031';
  END IF;
  IF (NEW.answer = 'not_plausible' OR NEW.number > 1) AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: say what the CBS wrote, or why this record replaces the last one' USING ERRCODE = 'GS010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sisa_plausibility_follows BEFORE INSERT ON sisa_plausibility
  FOR EACH ROW EXECUTE FUNCTION security.guard_sisa_plausibility();

-- What was found plausible is corrected until the last day that the CBS gave, or else until the last day of delivery.
CREATE FUNCTION security.refuse_late_correction(corrected uuid, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE answer public.sisa_plausibility; year int; last date;
BEGIN
  SELECT p.* INTO answer FROM public.sisa_plausibility p WHERE p.delivery_id = corrected ORDER BY p.number DESC LIMIT 1;
  IF answer.answer IS DISTINCT FROM 'plausible' THEN
    RETURN;
  END IF;
  SELECT d.year INTO year FROM public.sisa_delivery d WHERE d.id = corrected;
  last := coalesce(answer.correct_until, make_date(year + 1, 7, 15));
  IF (moment AT TIME ZONE 'Europe/Amsterdam')::date > last THEN
    RAISE EXCEPTION 'sisa_closed: a plausible version is corrected until %', last USING ERRCODE = 'GS032';
  END IF;
END $$;

CREATE FUNCTION security.guard_sisa_correction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE corrected uuid; moment timestamptz;
BEGIN
  IF TG_TABLE_NAME = 'sisa_delivery' THEN
    corrected := NEW.corrects_id;
    moment := NEW.prepared_at;
  ELSIF NEW.outcome = 'delivered' THEN
    SELECT d.corrects_id INTO corrected FROM public.sisa_delivery d WHERE d.id = NEW.delivery_id;
    moment := NEW.at;
  END IF;
  -- Nobody but the system dates what it does.
  IF security.scope() <> 'system' THEN
    moment := now();
  END IF;
  IF corrected IS NOT NULL THEN
    PERFORM security.refuse_late_correction(corrected, moment);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sisa_delivery_in_time BEFORE INSERT ON sisa_delivery
  FOR EACH ROW EXECUTE FUNCTION security.guard_sisa_correction();
CREATE TRIGGER sisa_delivery_event_in_time BEFORE INSERT ON sisa_delivery_event
  FOR EACH ROW EXECUTE FUNCTION security.guard_sisa_correction();
REVOKE EXECUTE ON FUNCTION security.guard_sisa_plausibility(), security.refuse_late_correction(uuid, timestamptz),
  security.guard_sisa_correction() FROM PUBLIC;
