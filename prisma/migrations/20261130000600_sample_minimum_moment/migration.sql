-- A sample is drawn again with the settings that stood when it was drawn. One that was entered by a transaction that began
-- before the drawing and ended after it carried the earlier moment, and would count the second time. Who enters a setting now
-- waits for samples that are being drawn, and both carry the moment at which they were written.
CREATE OR REPLACE FUNCTION security.guard_sample_minimum() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('sample minimum ' || NEW.programme_id, 73));
  NEW.created_at := clock_timestamp();
  SELECT max(m.version) INTO last FROM public.sample_minimum m
   WHERE m.programme_id = NEW.programme_id AND m.first_year = NEW.first_year;
  IF NEW.version <> coalesce(last, 0) + 1 THEN
    RAISE EXCEPTION 'stale: version % does not follow %', NEW.version, coalesce(last, 0) USING ERRCODE = 'GS009';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION security.guard_sample() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last bigint;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('sample minimum ' || NEW.programme_id, 73));
  NEW.drawn_at := clock_timestamp();
  SELECT e.seq INTO last FROM public.entry e WHERE e.programme_id = NEW.programme_id AND e.recorded_at <= NEW.known_at
   ORDER BY e.recorded_at DESC LIMIT 1;
  -- The last microsecond of the millisecond that the application's clock has reached is as good as now.
  IF NEW.known_at > clock_timestamp() + interval '1 millisecond' OR last IS DISTINCT FROM NEW.ledger_seq THEN
    RAISE EXCEPTION 'sample_differs: entry % is not the last that was known at that instant', NEW.ledger_seq USING ERRCODE = 'GS070';
  END IF;
  RETURN NEW;
END $$;

-- Items come with their sample, in the transaction that drew it, or not at all.
CREATE OR REPLACE FUNCTION security.guard_sample_items() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_items i LEFT JOIN public.sample s ON s.id = i.sample_id AND s.xmin = pg_current_xact_id()::xid WHERE s.id IS NULL) THEN
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
