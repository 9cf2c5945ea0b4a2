-- Reporting windows that close by themselves, what was changed about them, exceptions decided by another person, calendar
-- feeds and mails.

CREATE TYPE "exception_kind" AS ENUM ('later', 'waived', 'not_applicable');
CREATE TYPE "exception_outcome" AS ENUM ('granted', 'refused');
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'failed', 'not_sent');

ALTER TABLE "person" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'nl';
ALTER TABLE "reporting_window" ADD COLUMN "closes_at" TIMESTAMPTZ(6);

CREATE TABLE "window_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "window_id" UUID NOT NULL,
    "from_due_on" DATE NOT NULL,
    "from_closes_at" TIMESTAMPTZ(6),
    "due_on" DATE NOT NULL,
    "closes_at" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "window_change_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "reporting_exception" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "window_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "area_id" UUID,
    "kind" "exception_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reporting_exception_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "exception_decision" (
    "exception_id" UUID NOT NULL,
    "outcome" "exception_outcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exception_decision_pkey" PRIMARY KEY ("exception_id")
);
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID,
    "person_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "window_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "window_change_window_id_changed_at_idx" ON "window_change"("window_id", "changed_at");
CREATE INDEX "reporting_exception_window_id_municipality_id_idx" ON "reporting_exception"("window_id", "municipality_id");
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");
CREATE INDEX "calendar_feed_person_id_idx" ON "calendar_feed"("person_id");
CREATE UNIQUE INDEX "mail_person_id_window_id_kind_key" ON "mail"("person_id", "window_id", "kind");
CREATE INDEX "mail_stream_id_idx" ON "mail"("stream_id");
ALTER TABLE "window_change" ADD CONSTRAINT "window_change_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "reporting_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "window_change" ADD CONSTRAINT "window_change_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reporting_exception" ADD CONSTRAINT "reporting_exception_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "reporting_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reporting_exception" ADD CONSTRAINT "reporting_exception_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reporting_exception" ADD CONSTRAINT "reporting_exception_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reporting_exception" ADD CONSTRAINT "reporting_exception_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "exception_decision" ADD CONSTRAINT "exception_decision_exception_id_fkey" FOREIGN KEY ("exception_id") REFERENCES "reporting_exception"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "exception_decision" ADD CONSTRAINT "exception_decision_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "reporting_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE person ADD CONSTRAINT person_language_known CHECK (language IN ('nl', 'en'));
ALTER TABLE reporting_window
  ADD CONSTRAINT reporting_window_dates CHECK (starts_on <= ends_on AND opens_on <= due_on),
  ADD CONSTRAINT reporting_window_closes_after_due CHECK ((closes_at AT TIME ZONE 'Europe/Amsterdam')::date >= due_on);
ALTER TABLE window_change ADD CONSTRAINT window_change_reason_given CHECK (length(btrim(reason)) > 0);
ALTER TABLE reporting_exception ADD CONSTRAINT reporting_exception_reason_given CHECK (length(btrim(reason)) > 0);
ALTER TABLE exception_decision ADD CONSTRAINT exception_decision_reason_given CHECK (length(btrim(reason)) > 0);
ALTER TABLE calendar_feed ADD CONSTRAINT calendar_feed_language_known CHECK (language IN ('nl', 'en'));
ALTER TABLE mail
  ADD CONSTRAINT mail_language_known CHECK (language IN ('nl', 'en')),
  ADD CONSTRAINT mail_kind_known CHECK (kind IN ('before_due', 'just_before_due', 'after_due', 'before_closing')),
  ADD CONSTRAINT mail_sent_when CHECK ((state = 'sent') = (sent_at IS NOT NULL));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reporting_window', 'window_change', 'reporting_exception', 'exception_decision', 'calendar_feed', 'mail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['window_change', 'reporting_exception', 'exception_decision'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()',
      t || '_append_only', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO geldstroom_app', t);
  END LOOP;
END $$;

-- Windows: everybody reads them; the owner ministry opens them. Dates move by a row in window_change and in no other way.
CREATE POLICY reads ON reporting_window FOR SELECT USING (true);
CREATE POLICY opens ON reporting_window FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR stream_id = ANY ((SELECT security.own_streams())::uuid[]));
CREATE POLICY moves ON reporting_window FOR UPDATE USING ((SELECT security.scope()) = 'system'
  OR stream_id = ANY ((SELECT security.own_streams())::uuid[]));
GRANT INSERT ON reporting_window TO geldstroom_app;

CREATE POLICY reads ON window_change FOR SELECT USING ((SELECT security.signed_in()));
CREATE POLICY enters ON window_change FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (changed_by = (SELECT security.person_id()) AND EXISTS (SELECT 1 FROM reporting_window w
    WHERE w.id = window_id AND w.stream_id = ANY ((SELECT security.own_streams())::uuid[]))));

-- Two periods of a tranche never share a day, and an earlier one does not close after a later one: for every person. What
-- is loaded (system) brings periods as they were.
CREATE FUNCTION security.guard_window() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'due_on' - 'closes_at') <> (to_jsonb(OLD) - 'due_on' - 'closes_at') THEN
    RAISE EXCEPTION 'append_only: only the due date and the closing moment of a window can move' USING ERRCODE = 'GS001';
  END IF;
  IF security.scope() = 'system' THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.tranche_id::text, 11));
  IF EXISTS (SELECT 1 FROM public.reporting_window o WHERE o.tranche_id = NEW.tranche_id AND o.id <> NEW.id
      AND daterange(o.starts_on, o.ends_on, '[]') && daterange(NEW.starts_on, NEW.ends_on, '[]')) THEN
    RAISE EXCEPTION 'window_order: another window of this tranche covers the same days' USING ERRCODE = 'GS041';
  END IF;
  IF EXISTS (SELECT 1 FROM public.reporting_window o WHERE o.tranche_id = NEW.tranche_id AND o.id <> NEW.id
      AND ((o.starts_on < NEW.starts_on AND o.closes_at > NEW.closes_at) OR (o.starts_on > NEW.starts_on AND o.closes_at < NEW.closes_at))) THEN
    RAISE EXCEPTION 'window_order: windows of a tranche close in the order of their periods' USING ERRCODE = 'GS041';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reporting_window_in_order BEFORE INSERT OR UPDATE ON reporting_window
  FOR EACH ROW EXECUTE FUNCTION security.guard_window();
CREATE TRIGGER reporting_window_stays BEFORE DELETE OR TRUNCATE ON reporting_window
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

CREATE FUNCTION security.move_window() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.reporting_window SET due_on = NEW.due_on, closes_at = NEW.closes_at
   WHERE id = NEW.window_id AND due_on = NEW.from_due_on AND closes_at IS NOT DISTINCT FROM NEW.from_closes_at;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'stale: the dates of this window are others by now' USING ERRCODE = 'GS009';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER window_change_moves AFTER INSERT ON window_change FOR EACH ROW EXECUTE FUNCTION security.move_window();

-- Exceptions: asked by the municipality itself or the owner ministry, decided by somebody else of that ministry.
CREATE POLICY reads ON reporting_exception FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY asks ON reporting_exception FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (requested_by = (SELECT security.person_id()) AND (
    ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
    OR EXISTS (SELECT 1 FROM reporting_window w WHERE w.id = window_id AND w.stream_id = ANY ((SELECT security.own_streams())::uuid[])))));
CREATE POLICY reads ON exception_decision FOR SELECT USING (EXISTS (SELECT 1 FROM reporting_exception x WHERE x.id = exception_id));
CREATE POLICY decides ON exception_decision FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (decided_by = (SELECT security.person_id()) AND EXISTS (SELECT 1 FROM reporting_exception x JOIN reporting_window w ON w.id = x.window_id
    WHERE x.id = exception_id AND w.stream_id = ANY ((SELECT security.own_streams())::uuid[]))));

CREATE FUNCTION security.guard_exception_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE x public.reporting_exception;
BEGIN
  SELECT * INTO x FROM public.reporting_exception WHERE id = NEW.exception_id;
  IF NOT FOUND OR EXISTS (SELECT 1 FROM public.exception_decision d WHERE d.exception_id = NEW.exception_id) THEN
    RAISE EXCEPTION 'not_open: this request is not there or was decided already' USING ERRCODE = 'GS007';
  END IF;
  IF x.requested_by = NEW.decided_by THEN
    RAISE EXCEPTION 'four_eyes: who asks for an exception does not decide it' USING ERRCODE = 'GS008';
  END IF;
  IF NEW.outcome = 'granted' AND x.expires_on < security.today() THEN
    RAISE EXCEPTION 'not_open: this exception would have expired before it is granted' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exception_decision_four_eyes BEFORE INSERT ON exception_decision
  FOR EACH ROW EXECUTE FUNCTION security.guard_exception_decision();

-- May a municipality still write in a window? Until it closes, with a valid exception to report later (of this area, of the
-- whole municipality, or, without an area, of any), and for what the ministry itself gave back.
CREATE FUNCTION security.window_open_for(of_window uuid, of_municipality uuid, of_area uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM public.reporting_window w WHERE w.id = of_window AND (w.closes_at IS NULL OR w.closes_at > now()))
      OR EXISTS (SELECT 1 FROM public.reporting_exception x JOIN public.exception_decision d ON d.exception_id = x.id AND d.outcome = 'granted'
           WHERE x.window_id = of_window AND x.municipality_id = of_municipality AND x.kind = 'later'
             AND x.expires_on >= security.today() AND (of_area IS NULL OR x.area_id IS NULL OR x.area_id = of_area))
$$;
-- What stood before the last return was a signature: only the ministry gives back what is signed.
CREATE FUNCTION security.report_open_for(of_report uuid, of_area uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM public.report r WHERE r.id = of_report AND (security.window_open_for(r.window_id, r.municipality_id, of_area)
    OR (r.status = 'returned' AND 'signed' = (
      SELECT v.before FROM (SELECT e.action, e.at, e.id, lag(e.action) OVER (ORDER BY e.at, e.id) AS before FROM public.report_event e
         WHERE e.report_id = r.id AND e.action IN ('submitted', 'signed', 'returned', 'accepted')) v
       WHERE v.action = 'returned' ORDER BY v.at DESC, v.id DESC LIMIT 1))))
$$;
CREATE FUNCTION security.guard_report_closing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF security.scope() <> 'municipality' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NOT security.window_open_for(NEW.window_id, NEW.municipality_id, NULL) THEN
    RAISE EXCEPTION 'window_closed: this reporting window is closed' USING ERRCODE = 'GS040';
  END IF;
  -- Signing, and giving back to the coordinator, may follow later: what was submitted came in time.
  IF TG_OP = 'UPDATE' AND OLD.status IN ('draft', 'returned') AND NOT security.report_open_for(OLD.id, NULL) THEN
    RAISE EXCEPTION 'window_closed: this reporting window is closed' USING ERRCODE = 'GS040';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_before_closing BEFORE INSERT OR UPDATE ON report FOR EACH ROW EXECUTE FUNCTION security.guard_report_closing();

-- Once per statement, however many lines. An empty line that is added belongs to no area's answer yet.
CREATE FUNCTION security.guard_lines_closing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF security.scope() <> 'municipality' THEN RETURN NULL; END IF;
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT c.report_id, CASE WHEN TG_OP = 'UPDATE' THEN (to_jsonb(c)->>'area_id')::uuid END AS area_id
      FROM changed c) one WHERE NOT security.report_open_for(one.report_id, one.area_id)) THEN
    RAISE EXCEPTION 'window_closed: this reporting window is closed' USING ERRCODE = 'GS040';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_line_adds_before_closing AFTER INSERT ON report_line REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_lines_closing();
CREATE TRIGGER report_line_before_closing AFTER UPDATE ON report_line REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_lines_closing();
CREATE TRIGGER report_result_adds_before_closing AFTER INSERT ON report_result REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_lines_closing();
CREATE TRIGGER report_result_before_closing AFTER UPDATE ON report_result REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_lines_closing();

-- Calendar feeds are of the person who made them; a municipality's feed holds its own dates.
CREATE POLICY reads ON calendar_feed FOR SELECT USING ((SELECT security.scope()) IN ('system', 'admin') OR person_id = (SELECT security.person_id()));
CREATE POLICY makes ON calendar_feed FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (person_id = (SELECT security.person_id()) AND CASE (SELECT security.scope())
    WHEN 'municipality' THEN municipality_id = ANY ((SELECT security.organisations())::uuid[]) ELSE (SELECT security.reads_all()) END));
CREATE POLICY revokes ON calendar_feed FOR UPDATE USING ((SELECT security.scope()) IN ('system', 'admin') OR person_id = (SELECT security.person_id()));
GRANT SELECT, INSERT, UPDATE (revoked_at) ON calendar_feed TO geldstroom_app;

-- Mails: one's own, those about the streams of one's ministry, all for the administrator. Only the system writes them.
CREATE POLICY reads ON mail FOR SELECT USING ((SELECT security.scope()) IN ('system', 'admin')
  OR person_id = (SELECT security.person_id()) OR stream_id = ANY ((SELECT security.own_streams())::uuid[]));
CREATE POLICY writes ON mail FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');
CREATE POLICY moves ON mail FOR UPDATE USING ((SELECT security.scope()) = 'system');
GRANT SELECT, INSERT, UPDATE (state, attempts, error, sent_at) ON mail TO geldstroom_app;

CREATE FUNCTION security.guard_mail() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.state = 'sent' OR (to_jsonb(NEW) - 'state' - 'attempts' - 'error' - 'sent_at') <> (to_jsonb(OLD) - 'state' - 'attempts' - 'error' - 'sent_at') THEN
    RAISE EXCEPTION 'append_only: a mail that was sent, and what it says, stay as they were' USING ERRCODE = 'GS001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mail_keeps_words BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION security.guard_mail();
CREATE TRIGGER mail_stays BEFORE DELETE OR TRUNCATE ON mail FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

REVOKE EXECUTE ON FUNCTION security.guard_window(), security.move_window(), security.guard_exception_decision(),
  security.guard_report_closing(), security.guard_lines_closing(), security.guard_mail(),
  security.window_open_for(uuid, uuid, uuid), security.report_open_for(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.window_open_for(uuid, uuid, uuid), security.report_open_for(uuid, uuid) TO geldstroom_app;
