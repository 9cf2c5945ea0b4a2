-- Approval of many proposals: deputies, thresholds for a second approver, what a proposal was before it changed, and checks
-- that look at all rows of a statement at once.

CREATE TYPE "threshold_outcome" AS ENUM ('confirmed', 'refused');

CREATE TABLE "approval_threshold" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "amount_cents" BIGINT,
    "legal_source" TEXT NOT NULL,
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "threshold_outcome",
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "approval_threshold_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "deputy" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisation_id" UUID NOT NULL,
    "principal_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "deputy_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "proposal_past" (
    "id" BIGSERIAL NOT NULL,
    "proposal_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "status" "proposal_status" NOT NULL,
    "until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "proposal_past_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "approval" ADD COLUMN "on_behalf_of" UUID;

CREATE INDEX "approval_threshold_stream_id_valid_from_idx" ON "approval_threshold"("stream_id", "valid_from");
CREATE INDEX "deputy_deputy_id_idx" ON "deputy"("deputy_id");
CREATE INDEX "deputy_principal_id_idx" ON "deputy"("principal_id");
CREATE INDEX "proposal_past_proposal_id_until_idx" ON "proposal_past"("proposal_id", "until");
-- One decision of a kind per person and version; it also finds the approvals of a proposal.
DROP INDEX "approval_proposal_id_idx";
CREATE UNIQUE INDEX "approval_proposal_id_version_person_id_outcome_key" ON "approval"("proposal_id", "version", "person_id", "outcome");

ALTER TABLE "approval_threshold" ADD CONSTRAINT "approval_threshold_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "approval_threshold" ADD CONSTRAINT "approval_threshold_entered_by_fkey" FOREIGN KEY ("entered_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "approval_threshold" ADD CONSTRAINT "approval_threshold_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "approval" ADD CONSTRAINT "approval_on_behalf_of_fkey" FOREIGN KEY ("on_behalf_of") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE approval_threshold
  ADD CONSTRAINT approval_threshold_positive CHECK (amount_cents >= 0),
  ADD CONSTRAINT approval_threshold_source_given CHECK (length(btrim(legal_source)) > 0),
  ADD CONSTRAINT approval_threshold_decided CHECK ((outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT approval_threshold_four_eyes CHECK (decided_by <> entered_by);
ALTER TABLE deputy
  ADD CONSTRAINT deputy_other_person CHECK (principal_id <> deputy_id),
  ADD CONSTRAINT deputy_dates CHECK (valid_to >= valid_from),
  ADD CONSTRAINT deputy_reason_given CHECK (length(btrim(reason)) > 0);
ALTER TABLE approval ADD CONSTRAINT approval_for_another CHECK (on_behalf_of <> person_id);

-- Days are those of the Netherlands, wherever the server stands.
CREATE FUNCTION security.today() RETURNS date
LANGUAGE sql STABLE AS $$ SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date $$;

-- Streams that this context's ministry owns today, once for a whole statement: the policies below ask `= ANY` of it
-- instead of a function call (and the check of a signature) for every row.
CREATE FUNCTION security.own_streams() RETURNS uuid[]
LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(m.stream_id), '{}') FROM public.stream_ministry m
   WHERE security.scope() = 'ministry' AND m.role = 'owner' AND m.ministry_id = ANY ((SELECT security.organisations())::uuid[])
     AND m.valid_from <= current_date AND (m.valid_to IS NULL OR m.valid_to >= current_date)
$$;
REVOKE EXECUTE ON FUNCTION security.today(), security.own_streams() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.today(), security.own_streams() TO geldstroom_app, geldstroom_verifier;

ALTER POLICY appends ON entry WITH CHECK ((SELECT security.scope()) = 'system'
  OR (stream_id = ANY ((SELECT security.own_streams())::uuid[]) AND recorded_by = (SELECT security.person_id())));
ALTER POLICY appends ON allocation WITH CHECK ((SELECT security.scope()) = 'system'
  OR stream_id = ANY ((SELECT security.own_streams())::uuid[]));
ALTER POLICY enters ON proposal WITH CHECK ((SELECT security.scope()) = 'system'
  OR (stream_id = ANY ((SELECT security.own_streams())::uuid[]) AND created_by = (SELECT security.person_id())));
ALTER POLICY changes ON proposal USING ((SELECT security.scope()) = 'system'
  OR stream_id = ANY ((SELECT security.own_streams())::uuid[]));
ALTER POLICY changes ON proposal_line USING ((SELECT security.scope()) IN ('system', 'ministry')
  AND EXISTS (SELECT 1 FROM proposal p WHERE p.id = proposal_id AND p.status IN ('draft', 'proposed', 'returned')
    AND ((SELECT security.scope()) = 'system' OR p.stream_id = ANY ((SELECT security.own_streams())::uuid[]))));
ALTER POLICY decides ON approval WITH CHECK ((SELECT security.scope()) = 'system'
  OR (person_id = (SELECT security.person_id()) AND EXISTS (SELECT 1 FROM proposal p WHERE p.id = proposal_id
    AND p.stream_id = ANY ((SELECT security.own_streams())::uuid[]))));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['approval_threshold', 'deputy', 'proposal_past'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY verifier_reads ON %I FOR SELECT TO geldstroom_verifier USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO geldstroom_app, geldstroom_verifier', t);
  END LOOP;
END $$;
CREATE POLICY reads ON approval_threshold FOR SELECT USING ((SELECT security.reads_all()));
CREATE POLICY enters ON approval_threshold FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (stream_id = ANY ((SELECT security.own_streams())::uuid[]) AND entered_by = (SELECT security.person_id())));
CREATE POLICY decides ON approval_threshold FOR UPDATE USING ((SELECT security.scope()) = 'system'
  OR stream_id = ANY ((SELECT security.own_streams())::uuid[]))
  WITH CHECK ((SELECT security.scope()) = 'system' OR decided_by = (SELECT security.person_id()));
CREATE POLICY reads ON deputy FOR SELECT USING ((SELECT security.scope()) IN ('ministry', 'audit', 'admin', 'system'));
CREATE POLICY manages ON deputy FOR ALL USING ((SELECT security.scope()) IN ('admin', 'system'));
CREATE POLICY reads ON proposal_past FOR SELECT USING ((SELECT security.reads_all()));
-- Nobody holds INSERT here: rows come from the trigger on proposal, whoever changes that one.
CREATE POLICY appends ON proposal_past FOR INSERT WITH CHECK (true);
GRANT INSERT, UPDATE ON approval_threshold, deputy TO geldstroom_app;

CREATE TRIGGER proposal_past_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON proposal_past
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER approval_threshold_no_delete BEFORE DELETE OR TRUNCATE ON approval_threshold
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER deputy_no_delete BEFORE DELETE OR TRUNCATE ON deputy
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

-- A threshold is decided once, by another person, and is never another threshold afterwards.
CREATE FUNCTION security.guard_threshold() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.outcome IS NOT NULL OR (NEW.id, NEW.stream_id, NEW.valid_from, NEW.amount_cents, NEW.legal_source, NEW.entered_by, NEW.entered_at)
      IS DISTINCT FROM (OLD.id, OLD.stream_id, OLD.valid_from, OLD.amount_cents, OLD.legal_source, OLD.entered_by, OLD.entered_at) THEN
    RAISE EXCEPTION 'append_only: enter a new threshold instead' USING ERRCODE = 'GS001';
  END IF;
  IF NEW.decided_by = OLD.entered_by THEN
    RAISE EXCEPTION 'four_eyes: a threshold is confirmed by another person' USING ERRCODE = 'GS008';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval_threshold_decided_once BEFORE UPDATE ON approval_threshold
  FOR EACH ROW EXECUTE FUNCTION security.guard_threshold();
-- It arrives undecided: nobody enters what is already confirmed.
CREATE FUNCTION security.guard_new_threshold() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.outcome IS NOT NULL AND security.scope() <> 'system' THEN
    RAISE EXCEPTION 'four_eyes: a threshold is confirmed by another person' USING ERRCODE = 'GS008';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval_threshold_undecided BEFORE INSERT ON approval_threshold
  FOR EACH ROW EXECUTE FUNCTION security.guard_new_threshold();

-- Who stood in for whom stays as it was; only its end can come earlier, once.
CREATE FUNCTION security.guard_deputy() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR (NEW.id, NEW.organisation_id, NEW.principal_id, NEW.deputy_id, NEW.valid_from, NEW.valid_to, NEW.reason,
      NEW.made_by, NEW.made_at) IS DISTINCT FROM (OLD.id, OLD.organisation_id, OLD.principal_id, OLD.deputy_id, OLD.valid_from,
      OLD.valid_to, OLD.reason, OLD.made_by, OLD.made_at) THEN
    RAISE EXCEPTION 'append_only: end this and make a new one' USING ERRCODE = 'GS001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deputy_ends_once BEFORE UPDATE ON deputy FOR EACH ROW EXECUTE FUNCTION security.guard_deputy();

-- What a proposal was until it changed: with it a reading of a moment ago can be told from what is there now.
CREATE FUNCTION security.keep_past() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM old_rows o JOIN new_rows n ON n.id = o.id WHERE o.status = 'approved' AND n.status <> 'approved') THEN
    RAISE EXCEPTION 'append_only: what was approved stays approved' USING ERRCODE = 'GS001';
  END IF;
  INSERT INTO public.proposal_past (proposal_id, version, content_hash, status, until)
  SELECT o.id, o.version, o.content_hash, o.status, clock_timestamp() FROM old_rows o JOIN new_rows n ON n.id = o.id
   WHERE (o.version, o.content_hash, o.status) IS DISTINCT FROM (n.version, n.content_hash, n.status);
  RETURN NULL;
END $$;
CREATE TRIGGER proposal_keeps_past AFTER UPDATE ON proposal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION security.keep_past();

-- Deputies that hold today.
CREATE VIEW deputy_today WITH (security_invoker = true) AS
  SELECT d.deputy_id, d.principal_id, d.organisation_id FROM deputy d
   WHERE d.valid_from <= security.today() AND d.valid_to >= security.today() AND d.ended_at IS NULL;
GRANT SELECT ON deputy_today TO geldstroom_app;

-- Four eyes, for all approvals of a statement at once (it was a function call per row). A person decides a version once in
-- a direction; a deputy needs a deputyship that holds today, never decides what their principal entered, and is with that
-- principal one pair of eyes.
DROP TRIGGER approval_four_eyes ON approval;
DROP FUNCTION security.guard_approval();
CREATE FUNCTION security.guard_approvals() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE wrong record;
BEGIN
  SELECT x.state INTO wrong FROM (
    SELECT CASE
      WHEN p.id IS NULL OR p.status <> 'proposed' THEN 'GS007'
      WHEN n.person_id = p.created_by OR n.on_behalf_of = p.created_by OR d.deputy_id IS NOT NULL THEN 'GS008'
      WHEN n.version <> p.version OR n.content_hash <> p.content_hash THEN 'GS009'
      WHEN n.outcome = 'returned' AND coalesce(btrim(n.reason), '') = '' THEN 'GS010'
      WHEN n.on_behalf_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.deputy_today t
        WHERE t.deputy_id = n.person_id AND t.principal_id = n.on_behalf_of) THEN 'GS006'
      WHEN n.outcome = 'approved' AND EXISTS (SELECT 1 FROM public.approval a WHERE a.proposal_id = n.proposal_id
        AND a.version = n.version AND a.content_hash = n.content_hash AND a.outcome = 'approved' AND a.id <> n.id
        AND (a.person_id IN (n.person_id, n.on_behalf_of) OR a.on_behalf_of IN (n.person_id, n.on_behalf_of))) THEN 'GS020'
      END AS state
      FROM new_approvals n LEFT JOIN public.proposal p ON p.id = n.proposal_id
      LEFT JOIN public.deputy_today d ON d.deputy_id = n.person_id AND d.principal_id = p.created_by) x
   WHERE x.state IS NOT NULL ORDER BY x.state LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '%', CASE wrong.state
      WHEN 'GS006' THEN 'not_allowed: this person stands in for nobody today'
      WHEN 'GS007' THEN 'not_open: only a proposal that is open can be decided'
      WHEN 'GS008' THEN 'four_eyes: the person who entered a proposal cannot decide it, nor can their deputy'
      WHEN 'GS009' THEN 'stale: this is not the content that is proposed now'
      WHEN 'GS010' THEN 'reason_required: a return needs a reason'
      ELSE 'approved_twice: a second approval needs another person' END USING ERRCODE = wrong.state;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER approval_four_eyes AFTER INSERT ON approval REFERENCING NEW TABLE AS new_approvals
  FOR EACH STATEMENT EXECUTE FUNCTION security.guard_approvals();

-- The threshold of each stream that holds today.
CREATE VIEW threshold_today WITH (security_invoker = true) AS
  SELECT DISTINCT ON (t.stream_id) t.id, t.stream_id, t.amount_cents, t.valid_from FROM approval_threshold t
   WHERE t.outcome = 'confirmed' AND t.valid_from <= security.today()
   ORDER BY t.stream_id, t.valid_from DESC, t.decided_at DESC;
GRANT SELECT ON threshold_today TO geldstroom_app;

-- How many approvals of its present content a proposal needs, and how many it has. What it moves counts, up or down: who
-- takes € 5 mln away decides about € 5 mln. Lines that are decided together count together, so that a movement cannot be cut
-- into pieces that each stay under the threshold.
CREATE VIEW approval_standing WITH (security_invoker = true) AS
  SELECT p.id AS proposal_id, p.programme_id, p.batch_id, p.batch_line, t.amount_cents AS threshold_cents,
    CASE WHEN t.amount_cents IS NULL THEN 1 WHEN w.moved > t.amount_cents THEN 2 ELSE 1 END AS needed,
    g.given
    FROM proposal p LEFT JOIN threshold_today t ON t.stream_id = p.stream_id AND t.amount_cents IS NOT NULL
    LEFT JOIN batch b ON b.id = p.batch_id AND b.together
    LEFT JOIN LATERAL (
      SELECT greatest(coalesce(sum(l.amount_cents) FILTER (WHERE l.amount_cents > 0), 0),
          -coalesce(sum(l.amount_cents) FILTER (WHERE l.amount_cents < 0), 0)) AS moved
        FROM proposal_line l WHERE b.id IS NULL AND l.proposal_id = p.id
          OR b.id IS NOT NULL AND l.proposal_id IN (SELECT o.id FROM proposal o WHERE o.batch_id = b.id AND o.stream_id = p.stream_id)
    ) w ON t.amount_cents IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT least(count(DISTINCT a.person_id), count(DISTINCT coalesce(a.on_behalf_of, a.person_id)))::int AS given
        FROM approval a WHERE a.proposal_id = p.id AND a.outcome = 'approved' AND a.version = p.version
         AND a.content_hash = p.content_hash AND a.person_id <> p.created_by) g;
GRANT SELECT ON approval_standing TO geldstroom_app;

-- Above the threshold nothing is posted on one approval. Beside entry_approved, which asks for the first.
CREATE FUNCTION ledger.require_second_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE bare record;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.threshold_today t WHERE t.amount_cents IS NOT NULL
      AND t.stream_id IN (SELECT n.stream_id FROM new_entries n)) THEN RETURN NULL; END IF;
  SELECT s.needed, s.given INTO bare FROM new_entries n JOIN public.approval_standing s ON s.proposal_id = n.proposal_id
   WHERE s.given < s.needed LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'not_approved: above the threshold % people approve, % did', bare.needed, bare.given USING ERRCODE = 'GS005';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER entry_approved_twice AFTER INSERT ON entry REFERENCING NEW TABLE AS new_entries
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.require_second_approval();

-- An entry is checked whole at commit, one by one. Where many are written in one statement they are checked together, as
-- soon as their postings are there, and the range that was found whole is kept where only this function writes. That is no
-- weaker: an entry and its postings cannot change after it (append-only), no line can be added beyond its count, its
-- predecessor cannot change either and the head only moves forward. Whatever is not in the range is checked at commit.
CREATE TABLE ledger.found_whole (
  programme_id uuid PRIMARY KEY,
  from_seq     bigint NOT NULL,
  to_seq       bigint NOT NULL CHECK (to_seq >= from_seq)
);

CREATE FUNCTION ledger.check_many_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, ledger SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE programme uuid; first bigint; last bigint; n bigint; whole bigint; head bigint;
BEGIN
  SELECT (array_agg(p.programme_id))[1], min(p.entry_seq), max(p.entry_seq), count(DISTINCT p.entry_seq)
    INTO programme, first, last, n FROM new_postings p HAVING count(DISTINCT p.programme_id) = 1;
  IF n IS NULL OR n < 50 OR last - first + 1 <> n THEN RETURN NULL; END IF;
  SELECT h.seq INTO head FROM public.ledger_head h WHERE h.programme_id = programme;
  IF head IS NULL OR head < last THEN RETURN NULL; END IF;
  WITH found AS (
    SELECT p.entry_seq AS seq, count(*) AS lines, sum(p.amount_cents) FILTER (WHERE p.amount_cents > 0) AS debit,
        coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'commitment'), 0) <> 0
          OR coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'cash'), 0) <> 0
          OR coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'accountability'), 0) <> 0 AS skew,
        string_agg(ledger.posting_content(p.line, a.key, p.municipality_id, p.amount_cents), '' ORDER BY p.line) AS body
      FROM public.posting p JOIN public.account a ON a.programme_id = p.programme_id AND a.id = p.account_id
     WHERE p.programme_id = programme AND p.entry_seq BETWEEN first AND last GROUP BY p.entry_seq),
  entries AS (
    SELECT e, e.seq AS seq, e.hash, e.prev_hash, e.posting_count, e.debit_cents, lag(e.hash) OVER (ORDER BY e.seq) AS before
      FROM public.entry e WHERE e.programme_id = programme AND e.seq BETWEEN first - 1 AND last)
  SELECT count(*) INTO whole FROM entries x JOIN found f ON f.seq = x.seq
   WHERE x.seq >= first AND f.lines = x.posting_count AND f.debit = x.debit_cents AND NOT f.skew
     AND x.hash = ledger.link(x.prev_hash, NULL, ledger.facts_content(x.e), f.body)
     AND x.prev_hash = CASE WHEN x.seq = 1 THEN decode(repeat('00', 32), 'hex') ELSE x.before END;
  IF whole <> n THEN RETURN NULL; END IF;
  INSERT INTO ledger.found_whole AS w (programme_id, from_seq, to_seq) VALUES (programme, first, last)
  ON CONFLICT (programme_id) DO UPDATE SET to_seq = EXCLUDED.to_seq,
    from_seq = CASE WHEN EXCLUDED.from_seq = w.to_seq + 1 THEN w.from_seq ELSE EXCLUDED.from_seq END;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_many_whole AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_many_entries();

CREATE FUNCTION ledger.was_found_whole(programme uuid, entry_seq bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, ledger AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM ledger.found_whole w WHERE w.programme_id = programme AND entry_seq BETWEEN w.from_seq AND w.to_seq);
END $$;
CREATE OR REPLACE FUNCTION ledger.check_new_entry() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, ledger AS $$
BEGIN
  IF NOT ledger.was_found_whole(NEW.programme_id, NEW.seq) THEN PERFORM ledger.check_entry(NEW.programme_id, NEW.seq); END IF;
  RETURN NULL;
END $$;

-- Lines that are approved together: one look per batch and statement instead of one per line. Any change from or to
-- approved is looked at, so that no later statement of the transaction can undo a part.
DROP TRIGGER proposal_together ON proposal;
DROP FUNCTION security.check_together();
CREATE FUNCTION security.check_together() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE broken record;
BEGIN
  SELECT b.number, b.origin, x.* INTO broken
    FROM public.batch b CROSS JOIN LATERAL (
      SELECT count(DISTINCT p.id) FILTER (WHERE p.status = 'approved') AS approved,
          count(DISTINCT p.id) FILTER (WHERE p.status <> 'approved') AS other, coalesce(sum(l.amount_cents), 0) AS total
        FROM public.proposal p LEFT JOIN public.proposal_line l ON l.proposal_id = p.id WHERE p.batch_id = b.id) x
   WHERE b.together AND b.id IN (SELECT n.batch_id FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE n.batch_id IS NOT NULL AND n.status <> o.status AND 'approved' IN (n.status, o.status))
     AND x.approved > 0 AND (x.other > 0 OR (b.origin = 'reallocation' AND x.total <> 0)) LIMIT 1;
  IF FOUND AND broken.other > 0 THEN
    RAISE EXCEPTION 'together: the lines of batch % are approved together or not at all', broken.number USING ERRCODE = 'GS011';
  ELSIF FOUND THEN
    RAISE EXCEPTION 'together: reallocation % adds up to % cents instead of 0', broken.number, broken.total USING ERRCODE = 'GS011';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER proposal_together AFTER UPDATE ON proposal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION security.check_together();

REVOKE EXECUTE ON FUNCTION security.guard_threshold(), security.guard_new_threshold(), security.guard_deputy(), security.keep_past(),
  security.guard_approvals(), security.check_together(), ledger.require_second_approval(), ledger.check_many_entries(),
  ledger.was_found_whole(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.was_found_whole(uuid, bigint) TO geldstroom_app;
