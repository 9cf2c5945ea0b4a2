-- Many rows in one statement. PL/pgSQL keeps the plan of a trigger's first runs for as long as its connection lives. Made when
-- a programme was small, that plan looks a row up by its programme alone and then passes all rows of the programme: what is
-- right for one entry takes the square of a thousand (measured with auto_explain: 17 seconds in one trigger for 4.000 entries). From fifty rows
-- on these functions therefore plan anew, for the sizes there are; below fifty they do what they did. PostgreSQL only plans anew
-- what has a parameter: that is what `many IS NOT NULL`, which always holds, is for. What they refuse stays the same.

-- Only what another person approved is posted.
CREATE OR REPLACE FUNCTION ledger.require_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET plan_cache_mode = auto AS $$
DECLARE many boolean; bare record;
BEGIN
  many := (SELECT count(*) FROM (SELECT FROM new_entries LIMIT 50) x) = 50;
  IF many THEN PERFORM set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
  SELECT n.seq, n.kind INTO bare FROM new_entries n
   WHERE many IS NOT NULL AND CASE WHEN n.kind IN ('spent', 'spend_corrected') THEN NOT EXISTS (
       SELECT 1 FROM public.report r WHERE r.id = n.report_id AND r.status IN ('signed', 'accepted'))
     ELSE NOT EXISTS (
       SELECT 1 FROM public.proposal p JOIN public.approval a ON a.proposal_id = p.id
        WHERE p.id = n.proposal_id AND p.programme_id = n.programme_id AND a.outcome = 'approved'
          AND a.version = p.version AND a.content_hash = p.content_hash AND a.person_id <> p.created_by) END
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'not_approved: % has no approval by another person', bare.kind USING ERRCODE = 'GS005';
  END IF;
  RETURN NULL;
END $$;

-- Above the threshold of a stream two people approve.
CREATE OR REPLACE FUNCTION ledger.require_second_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = auto AS $$
DECLARE many boolean; bare record;
BEGIN
  many := (SELECT count(*) FROM (SELECT FROM new_entries LIMIT 50) x) = 50;
  IF many THEN PERFORM set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
  IF NOT EXISTS (SELECT 1 FROM public.threshold_today t WHERE t.amount_cents IS NOT NULL
      AND t.stream_id IN (SELECT n.stream_id FROM new_entries n)) THEN RETURN NULL; END IF;
  SELECT s.needed, s.given INTO bare FROM new_entries n JOIN public.approval_standing s ON s.proposal_id = n.proposal_id
   WHERE many IS NOT NULL AND s.given < s.needed LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'not_approved: above the threshold % people approve, % did', bare.needed, bare.given USING ERRCODE = 'GS005';
  END IF;
  RETURN NULL;
END $$;

-- No lines beyond those of the entry.
CREATE OR REPLACE FUNCTION ledger.refuse_late_postings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET plan_cache_mode = auto AS $$
DECLARE many boolean; late record;
BEGIN
  many := (SELECT count(*) FROM (SELECT FROM new_postings LIMIT 50) x) = 50;
  IF many THEN PERFORM set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
  SELECT n.entry_seq, e.posting_count INTO late
    FROM (SELECT p.programme_id, p.entry_seq, max(p.line) AS line FROM new_postings p GROUP BY p.programme_id, p.entry_seq) n
    LEFT JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.entry_seq
   WHERE many IS NOT NULL AND (e.seq IS NULL OR n.line > e.posting_count) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'unbalanced: entry % is closed with % postings, a later one is refused', late.entry_seq, late.posting_count
      USING ERRCODE = 'GS003';
  END IF;
  RETURN NULL;
END $$;

-- Never more advanced than awarded.
CREATE OR REPLACE FUNCTION ledger.check_advances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET plan_cache_mode = auto AS $$
DECLARE many boolean; over record;
BEGIN
  many := (SELECT count(*) FROM (SELECT FROM new_postings LIMIT 50) x) = 50;
  IF many THEN PERFORM set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
  SELECT d.balance_cents AS advanced, w.awarded INTO over
    FROM (SELECT DISTINCT a.programme_id, a.tranche_id, a.theme_id, a.area_id FROM new_postings n
            JOIN public.account a ON a.programme_id = n.programme_id AND a.id = n.account_id
           WHERE a.kind IN ('allocated', 'advanced')) p
    JOIN public.account c ON c.programme_id = p.programme_id AND c.kind = 'advanced' AND c.tranche_id = p.tranche_id
     AND c.theme_id = p.theme_id AND c.area_id = p.area_id
    JOIN public.account_balance d ON d.account_id = c.id
    CROSS JOIN LATERAL (SELECT coalesce(sum(b.balance_cents), 0) AS awarded
      FROM public.account a JOIN public.account_balance b ON b.account_id = a.id
     WHERE a.programme_id = p.programme_id AND a.kind = 'allocated' AND a.tranche_id = p.tranche_id
       AND a.theme_id = p.theme_id AND a.area_id = p.area_id) w
   WHERE many IS NOT NULL AND d.balance_cents > w.awarded LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'above_award: % cents would be advanced on an award of %', over.advanced, over.awarded USING ERRCODE = 'GS012';
  END IF;
  RETURN NULL;
END $$;

-- What a proposal was until it changed.
CREATE OR REPLACE FUNCTION security.keep_past() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = auto AS $$
DECLARE many boolean;
BEGIN
  many := (SELECT count(*) FROM (SELECT FROM new_rows LIMIT 50) x) = 50;
  IF many THEN PERFORM set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
  IF EXISTS (SELECT 1 FROM old_rows o JOIN new_rows n ON n.id = o.id WHERE many IS NOT NULL AND o.status = 'approved' AND n.status <> 'approved') THEN
    RAISE EXCEPTION 'append_only: what was approved stays approved' USING ERRCODE = 'GS001';
  END IF;
  INSERT INTO public.proposal_past (proposal_id, version, content_hash, status, until)
  SELECT o.id, o.version, o.content_hash, o.status, clock_timestamp() FROM old_rows o JOIN new_rows n ON n.id = o.id
   WHERE many IS NOT NULL AND (o.version, o.content_hash, o.status) IS DISTINCT FROM (n.version, n.content_hash, n.status);
  RETURN NULL;
END $$;

-- What belongs together is approved together.
CREATE OR REPLACE FUNCTION security.check_together() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = auto AS $$
DECLARE many boolean; broken record;
BEGIN
  many := (SELECT count(*) FROM (SELECT FROM new_rows LIMIT 50) x) = 50;
  IF many THEN PERFORM set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
  -- Without lines that belong together there is nothing to look at.
  IF NOT EXISTS (SELECT 1 FROM public.batch b WHERE b.together AND b.id IN (SELECT n.batch_id FROM new_rows n)) THEN RETURN NULL; END IF;
  SELECT b.number, b.origin, x.* INTO broken
    FROM public.batch b CROSS JOIN LATERAL (
      SELECT count(DISTINCT p.id) FILTER (WHERE p.status = 'approved') AS approved,
          count(DISTINCT p.id) FILTER (WHERE p.status <> 'approved') AS other, coalesce(sum(l.amount_cents), 0) AS total
        FROM public.proposal p LEFT JOIN public.proposal_line l ON l.proposal_id = p.id WHERE p.batch_id = b.id) x
   WHERE many IS NOT NULL AND b.together AND b.id IN (SELECT n.batch_id FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE n.batch_id IS NOT NULL AND n.status <> o.status AND 'approved' IN (n.status, o.status))
     AND x.approved > 0 AND (x.other > 0 OR (b.origin = 'reallocation' AND x.total <> 0)) LIMIT 1;
  IF FOUND AND broken.other > 0 THEN
    RAISE EXCEPTION 'together: the lines of batch % are approved together or not at all', broken.number USING ERRCODE = 'GS011';
  ELSIF FOUND THEN
    RAISE EXCEPTION 'together: reallocation % adds up to % cents instead of 0', broken.number, broken.total USING ERRCODE = 'GS011';
  END IF;
  RETURN NULL;
END $$;

-- Four eyes.
CREATE OR REPLACE FUNCTION security.guard_approvals() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = auto AS $$
DECLARE many boolean; wrong record;
BEGIN
  many := (SELECT count(*) FROM (SELECT FROM new_approvals LIMIT 50) x) = 50;
  IF many THEN PERFORM set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
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
   WHERE many IS NOT NULL AND x.state IS NOT NULL ORDER BY x.state LIMIT 1;
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

-- Rows of one statement are joined to each other by a hash, never row by row: a statement of 2.500 entries otherwise compared
-- each with each, hash and all (measured with auto_explain: 64 seconds).
ALTER FUNCTION ledger.check_many_entries() SET enable_nestloop = off;
ALTER FUNCTION security.keep_past() SET enable_nestloop = off;
