-- Bookings of a municipality's own ledger behind the figures of its reports, and the balances that it states.


CREATE TABLE "own_upload" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "grid" JSONB NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_upload_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "own_mapping" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "columns" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_mapping_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "own_mapping_account" (
    "mapping_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "cost_centre" TEXT NOT NULL,
    "stream_id" UUID,
    "tranche_id" UUID,
    "theme_id" UUID,
    "area_id" UUID,

    CONSTRAINT "own_mapping_account_pkey" PRIMARY KEY ("mapping_id","account","cost_centre")
);

CREATE TABLE "own_import" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "mapping_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bookings" INTEGER NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "left_out" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_import_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "own_booking" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "booked_on" DATE NOT NULL,
    "book_year" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "cost_centre" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "own_booking_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "own_booking_text" (
    "booking_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "own_booking_text_pkey" PRIMARY KEY ("booking_id")
);

CREATE TABLE "own_withdrawal" (
    "import_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_withdrawal_pkey" PRIMARY KEY ("import_id")
);

CREATE TABLE "own_balance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "window_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "stated_cents" BIGINT NOT NULL,
    "account_reference" TEXT NOT NULL,
    "checked_seq" BIGINT NOT NULL,
    "checked_cents" BIGINT NOT NULL,
    "replaces_id" UUID,
    "reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_balance_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "own_upload_person_id_idx" ON "own_upload"("person_id");

CREATE UNIQUE INDEX "own_mapping_programme_id_municipality_id_version_key" ON "own_mapping"("programme_id", "municipality_id", "version");

CREATE UNIQUE INDEX "own_mapping_id_municipality_id_key" ON "own_mapping"("id", "municipality_id");

CREATE INDEX "own_import_report_id_idx" ON "own_import"("report_id");

CREATE UNIQUE INDEX "own_import_id_report_id_municipality_id_programme_id_key" ON "own_import"("id", "report_id", "municipality_id", "programme_id");

CREATE UNIQUE INDEX "own_import_id_municipality_id_key" ON "own_import"("id", "municipality_id");

CREATE INDEX "own_booking_report_id_area_id_theme_id_idx" ON "own_booking"("report_id", "area_id", "theme_id");

CREATE INDEX "own_booking_import_id_idx" ON "own_booking"("import_id");

CREATE UNIQUE INDEX "own_booking_id_municipality_id_key" ON "own_booking"("id", "municipality_id");

CREATE UNIQUE INDEX "own_booking_text_booking_id_municipality_id_key" ON "own_booking_text"("booking_id", "municipality_id");

CREATE UNIQUE INDEX "own_withdrawal_import_id_municipality_id_key" ON "own_withdrawal"("import_id", "municipality_id");

CREATE UNIQUE INDEX "own_balance_replaces_id_key" ON "own_balance"("replaces_id");

CREATE UNIQUE INDEX "own_balance_id_municipality_id_window_id_key" ON "own_balance"("id", "municipality_id", "window_id");

CREATE UNIQUE INDEX "own_balance_replaces_id_municipality_id_window_id_key" ON "own_balance"("replaces_id", "municipality_id", "window_id");

ALTER TABLE "own_upload" ADD CONSTRAINT "own_upload_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_upload" ADD CONSTRAINT "own_upload_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_mapping" ADD CONSTRAINT "own_mapping_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_mapping" ADD CONSTRAINT "own_mapping_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_mapping" ADD CONSTRAINT "own_mapping_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_mapping_account" ADD CONSTRAINT "own_mapping_account_mapping_id_municipality_id_fkey" FOREIGN KEY ("mapping_id", "municipality_id") REFERENCES "own_mapping"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_mapping_account" ADD CONSTRAINT "own_mapping_account_tranche_id_stream_id_fkey" FOREIGN KEY ("tranche_id", "stream_id") REFERENCES "tranche"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_mapping_account" ADD CONSTRAINT "own_mapping_account_theme_id_stream_id_fkey" FOREIGN KEY ("theme_id", "stream_id") REFERENCES "theme"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_mapping_account" ADD CONSTRAINT "own_mapping_account_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_import" ADD CONSTRAINT "own_import_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_import" ADD CONSTRAINT "own_import_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_import" ADD CONSTRAINT "own_import_mapping_id_municipality_id_fkey" FOREIGN KEY ("mapping_id", "municipality_id") REFERENCES "own_mapping"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_import" ADD CONSTRAINT "own_import_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_booking" ADD CONSTRAINT "own_booking_import_id_report_id_municipality_id_programme__fkey" FOREIGN KEY ("import_id", "report_id", "municipality_id", "programme_id") REFERENCES "own_import"("id", "report_id", "municipality_id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_booking" ADD CONSTRAINT "own_booking_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_booking" ADD CONSTRAINT "own_booking_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_booking_text" ADD CONSTRAINT "own_booking_text_booking_id_municipality_id_fkey" FOREIGN KEY ("booking_id", "municipality_id") REFERENCES "own_booking"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_withdrawal" ADD CONSTRAINT "own_withdrawal_import_id_municipality_id_fkey" FOREIGN KEY ("import_id", "municipality_id") REFERENCES "own_import"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_withdrawal" ADD CONSTRAINT "own_withdrawal_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_balance" ADD CONSTRAINT "own_balance_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_balance" ADD CONSTRAINT "own_balance_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_balance" ADD CONSTRAINT "own_balance_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "reporting_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_balance" ADD CONSTRAINT "own_balance_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "tranche"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_balance" ADD CONSTRAINT "own_balance_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "own_balance" ADD CONSTRAINT "own_balance_replaces_id_municipality_id_window_id_fkey" FOREIGN KEY ("replaces_id", "municipality_id", "window_id") REFERENCES "own_balance"("id", "municipality_id", "window_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE own_booking ADD CONSTRAINT own_booking_year CHECK (book_year = extract(year FROM booked_on)::int);
ALTER TABLE own_balance ADD CONSTRAINT own_balance_reason CHECK ((replaces_id IS NULL) = (reason IS NULL));
-- One booking is taken in once, whichever file it stands in; a withdrawn import gives its bookings free.
CREATE UNIQUE INDEX own_booking_once ON own_booking (programme_id, municipality_id, book_year, number, line, account, cost_centre)
  WHERE NOT withdrawn;
-- A municipality has one balance per period; another statement stands in a row behind the first.
CREATE UNIQUE INDEX own_balance_first ON own_balance (municipality_id, window_id) WHERE replaces_id IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['own_upload', 'own_mapping', 'own_mapping_account', 'own_import', 'own_booking', 'own_booking_text',
    'own_withdrawal', 'own_balance'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  -- What was written stays. Bookings have a guard of their own, because a withdrawal marks them.
  FOREACH t IN ARRAY ARRAY['own_mapping', 'own_mapping_account', 'own_import', 'own_booking_text', 'own_withdrawal', 'own_balance'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %1$I
      FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()', t);
  END LOOP;
  -- The municipality's alone: its accounts, and the words of its bookings.
  FOREACH t IN ARRAY ARRAY['own_mapping', 'own_mapping_account', 'own_booking_text'] LOOP
    EXECUTE format($p$CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])))$p$, t);
  END LOOP;
  -- Ministry and auditor read along from the moment the report is handed in, as they do with its lines.
  FOREACH t IN ARRAY ARRAY['own_import', 'own_booking'] LOOP
    EXECUTE format($p$CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
      OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('submitted', 'signed', 'accepted'))))$p$, t);
    EXECUTE format($p$CREATE POLICY takes ON %I FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
        AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['own_mapping_account', 'own_booking_text'] LOOP
    EXECUTE format($p$CREATE POLICY takes ON %I FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['own_mapping', 'own_withdrawal', 'own_balance'] LOOP
    EXECUTE format($p$CREATE POLICY takes ON %I FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
        AND created_by = (SELECT security.person_id())))$p$, t);
  END LOOP;
END $$;
CREATE POLICY own ON own_upload FOR ALL USING ((SELECT security.scope()) = 'municipality'
  AND person_id = (SELECT security.person_id()) AND municipality_id = ANY ((SELECT security.organisations())::uuid[]));
CREATE POLICY marks ON own_booking FOR UPDATE USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY reads ON own_withdrawal FOR SELECT USING (EXISTS (SELECT 1 FROM own_import i WHERE i.id = import_id));
CREATE POLICY reads ON own_balance FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])));

GRANT SELECT, INSERT, DELETE ON own_upload TO geldstroom_app;
GRANT SELECT, INSERT ON own_mapping, own_mapping_account, own_import, own_booking, own_booking_text, own_withdrawal, own_balance
  TO geldstroom_app;

-- An import holds exactly what it says it holds, from its own transaction on.
CREATE FUNCTION security.own_import_whole() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n bigint; total numeric;
BEGIN
  SELECT count(*), coalesce(sum(amount_cents), 0) INTO n, total FROM public.own_booking WHERE import_id = NEW.id;
  IF n <> NEW.bookings OR total <> NEW.total_cents THEN
    RAISE EXCEPTION 'append_only: an import of % bookings has %', NEW.bookings, n USING ERRCODE = 'GS001';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER own_import_whole AFTER INSERT ON own_import DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION security.own_import_whole();

CREATE FUNCTION security.own_booking_in_time() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT import_id FROM new_bookings) x JOIN public.own_import i ON i.id = x.import_id
      WHERE (SELECT count(*) FROM public.own_booking b WHERE b.import_id = i.id) > i.bookings)
    OR EXISTS (SELECT 1 FROM new_bookings WHERE withdrawn) THEN
    RAISE EXCEPTION 'append_only: bookings are taken in with their import' USING ERRCODE = 'GS001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER own_booking_in_time AFTER INSERT ON own_booking REFERENCING NEW TABLE AS new_bookings
  FOR EACH STATEMENT EXECUTE FUNCTION security.own_booking_in_time();

CREATE FUNCTION security.guard_own_booking() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.withdrawn OR NOT NEW.withdrawn OR (to_jsonb(NEW) - 'withdrawn') <> (to_jsonb(OLD) - 'withdrawn')
      OR NOT EXISTS (SELECT 1 FROM public.own_withdrawal w WHERE w.import_id = NEW.import_id) THEN
    RAISE EXCEPTION 'append_only: a booking stays as it was taken in' USING ERRCODE = 'GS001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_booking_marked BEFORE UPDATE ON own_booking FOR EACH ROW EXECUTE FUNCTION security.guard_own_booking();
CREATE TRIGGER own_booking_append_only BEFORE DELETE OR TRUNCATE ON own_booking
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

-- Only while the report is with the municipality, and only as a whole.
CREATE FUNCTION security.guard_own_withdrawal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF btrim(NEW.reason) = '' THEN
    RAISE EXCEPTION 'reason_required: a withdrawal needs a reason' USING ERRCODE = 'GS010';
  END IF;
  PERFORM 1 FROM public.own_import i JOIN public.report r ON r.id = i.report_id
    WHERE i.id = NEW.import_id AND r.status IN ('draft', 'returned') FOR SHARE OF r;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not_open: the report is no longer with the municipality' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_withdrawal_open BEFORE INSERT ON own_withdrawal FOR EACH ROW EXECUTE FUNCTION security.guard_own_withdrawal();

CREATE FUNCTION security.mark_withdrawn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.own_booking SET withdrawn = true WHERE import_id = NEW.import_id;
  RETURN NULL;
END $$;
CREATE TRIGGER own_withdrawal_marks AFTER INSERT ON own_withdrawal FOR EACH ROW EXECUTE FUNCTION security.mark_withdrawn();

-- A balance is about the end of a period that is over. What our journal said at that moment is written down by the database.
CREATE FUNCTION security.check_own_balance() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE w public.reporting_window;
BEGIN
  IF NEW.replaces_id IS NOT NULL AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: another balance needs a reason' USING ERRCODE = 'GS010';
  END IF;
  SELECT * INTO w FROM public.reporting_window WHERE id = NEW.window_id AND programme_id = NEW.programme_id;
  IF NOT FOUND OR w.ends_on > (now() AT TIME ZONE 'Europe/Amsterdam')::date THEN
    RAISE EXCEPTION 'not_open: the period is not over' USING ERRCODE = 'GS007';
  END IF;
  NEW.tranche_id := w.tranche_id;
  NEW.on_date := w.ends_on;
  SELECT coalesce((SELECT seq FROM public.ledger_head WHERE programme_id = NEW.programme_id), 0) INTO NEW.checked_seq;
  SELECT coalesce(sum(p.amount_cents), 0)::bigint INTO NEW.checked_cents
    FROM public.account a JOIN public.posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
    JOIN public.entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
   WHERE a.programme_id = NEW.programme_id AND a.tranche_id = w.tranche_id AND a.municipality_id = NEW.municipality_id
     AND a.kind = 'spent' AND e.effective_on <= w.ends_on AND e.seq <= NEW.checked_seq;
  RETURN NEW;
END $$;
CREATE TRIGGER own_balance_checked BEFORE INSERT ON own_balance FOR EACH ROW EXECUTE FUNCTION security.check_own_balance();

REVOKE EXECUTE ON FUNCTION security.own_import_whole(), security.own_booking_in_time(), security.guard_own_booking(),
  security.guard_own_withdrawal(), security.mark_withdrawn(), security.check_own_balance() FROM PUBLIC;
