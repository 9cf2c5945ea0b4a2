-- Checks of a statement with a hundred thousand rows. PL/pgSQL keeps the plan of the first call, which is of one row: a nested
-- loop over two transition tables is then quadratic for many. These say the same as before, in forms that stay linear.

CREATE OR REPLACE FUNCTION security.keep_past() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_nestloop = off AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM old_rows o JOIN new_rows n ON n.id = o.id WHERE o.status = 'approved' AND n.status <> 'approved') THEN
    RAISE EXCEPTION 'append_only: what was approved stays approved' USING ERRCODE = 'GS001';
  END IF;
  INSERT INTO public.proposal_past (proposal_id, version, content_hash, status, until)
  SELECT o.id, o.version, o.content_hash, o.status, clock_timestamp() FROM old_rows o JOIN new_rows n ON n.id = o.id
   WHERE (o.version, o.content_hash, o.status) IS DISTINCT FROM (n.version, n.content_hash, n.status);
  RETURN NULL;
END $$;

-- The lines that became or were approved are found by grouping both tables, the batches after it by their index.
CREATE OR REPLACE FUNCTION security.check_together() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE broken record; batches uuid[];
BEGIN
  SELECT array_agg(DISTINCT m.batch_id) INTO batches FROM (
    SELECT x.batch_id FROM (SELECT n.id, n.batch_id, n.status FROM new_rows n UNION ALL SELECT o.id, o.batch_id, o.status FROM old_rows o) x
     WHERE x.batch_id IS NOT NULL GROUP BY x.id, x.batch_id
    HAVING count(DISTINCT x.status) > 1 AND bool_or(x.status = 'approved')) m;
  IF batches IS NULL THEN RETURN NULL; END IF;
  SELECT b.number, b.origin, x.* INTO broken
    FROM public.batch b CROSS JOIN LATERAL (
      SELECT count(DISTINCT p.id) FILTER (WHERE p.status = 'approved') AS approved,
          count(DISTINCT p.id) FILTER (WHERE p.status <> 'approved') AS other, coalesce(sum(l.amount_cents), 0) AS total
        FROM public.proposal p LEFT JOIN public.proposal_line l ON l.proposal_id = p.id WHERE p.batch_id = b.id) x
   WHERE b.together AND b.id = ANY (batches) AND x.approved > 0 AND (x.other > 0 OR (b.origin = 'reallocation' AND x.total <> 0)) LIMIT 1;
  IF FOUND AND broken.other > 0 THEN
    RAISE EXCEPTION 'together: the lines of batch % are approved together or not at all', broken.number USING ERRCODE = 'GS011';
  ELSIF FOUND THEN
    RAISE EXCEPTION 'together: reallocation % adds up to % cents instead of 0', broken.number, broken.total USING ERRCODE = 'GS011';
  END IF;
  RETURN NULL;
END $$;

-- Each entry meets its own postings by their key, and its predecessor in one pass in order: row-level security keeps what is
-- computed (seq - 1) out of an index. OFFSET 0 keeps the planner from starting at the account:
-- many entries of one allocation share it.
CREATE OR REPLACE FUNCTION ledger.check_many_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, ledger SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE programme uuid; first bigint; last bigint; n bigint; whole bigint; head bigint;
BEGIN
  SELECT (array_agg(p.programme_id))[1], min(p.entry_seq), max(p.entry_seq), count(DISTINCT p.entry_seq)
    INTO programme, first, last, n FROM new_postings p HAVING count(DISTINCT p.programme_id) = 1;
  IF n IS NULL OR n < 50 OR last - first + 1 <> n THEN RETURN NULL; END IF;
  SELECT h.seq INTO head FROM public.ledger_head h WHERE h.programme_id = programme;
  IF head IS NULL OR head < last THEN RETURN NULL; END IF;
  SELECT count(*) INTO whole FROM (
      SELECT x AS content, x.*, lag(x.hash) OVER (ORDER BY x.seq) AS before FROM public.entry x
       WHERE x.programme_id = programme AND x.seq BETWEEN first - 1 AND last) e
    CROSS JOIN LATERAL (
      SELECT count(*) AS lines, sum(p.amount_cents) FILTER (WHERE p.amount_cents > 0) AS debit,
          coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'commitment'), 0) <> 0
            OR coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'cash'), 0) <> 0
            OR coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'accountability'), 0) <> 0 AS skew,
          string_agg(ledger.posting_content(p.line, a.key, p.municipality_id, p.amount_cents), '' ORDER BY p.line) AS body
        FROM (SELECT * FROM public.posting o WHERE o.programme_id = e.programme_id AND o.entry_seq = e.seq OFFSET 0) p
        JOIN public.account a ON a.programme_id = p.programme_id AND a.id = p.account_id) f
   WHERE e.seq >= first AND f.lines = e.posting_count AND f.debit = e.debit_cents AND NOT f.skew
     AND e.hash = ledger.link(e.prev_hash, NULL, ledger.facts_content(e.content), f.body)
     AND e.prev_hash = CASE WHEN e.seq = 1 THEN decode(repeat('00', 32), 'hex') ELSE e.before END;
  IF whole <> n THEN RETURN NULL; END IF;
  INSERT INTO ledger.found_whole AS w (programme_id, from_seq, to_seq) VALUES (programme, first, last)
  ON CONFLICT (programme_id) DO UPDATE SET to_seq = EXCLUDED.to_seq,
    from_seq = CASE WHEN EXCLUDED.from_seq = w.to_seq + 1 THEN w.from_seq ELSE EXCLUDED.from_seq END;
  RETURN NULL;
END $$;

-- What a line moves is summed by its key, and only where a threshold asks for it; what lines move together once per batch.
CREATE OR REPLACE VIEW approval_standing WITH (security_invoker = true) AS
  SELECT p.id AS proposal_id, p.programme_id, p.batch_id, p.batch_line, t.amount_cents AS threshold_cents,
    CASE WHEN t.amount_cents IS NULL THEN 1 WHEN coalesce(whole.moved, alone.moved) > t.amount_cents THEN 2 ELSE 1 END AS needed,
    g.given
    FROM proposal p LEFT JOIN threshold_today t ON t.stream_id = p.stream_id AND t.amount_cents IS NOT NULL
    LEFT JOIN batch b ON b.id = p.batch_id AND b.together AND t.amount_cents IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT greatest(coalesce(sum(l.amount_cents) FILTER (WHERE l.amount_cents > 0), 0),
          -coalesce(sum(l.amount_cents) FILTER (WHERE l.amount_cents < 0), 0)) AS moved
        FROM proposal_line l WHERE l.proposal_id = p.id AND t.amount_cents IS NOT NULL) alone ON true
    LEFT JOIN LATERAL (
      SELECT greatest(coalesce(sum(l.amount_cents) FILTER (WHERE l.amount_cents > 0), 0),
          -coalesce(sum(l.amount_cents) FILTER (WHERE l.amount_cents < 0), 0)) AS moved
        FROM proposal o JOIN proposal_line l ON l.proposal_id = o.id
       WHERE o.batch_id = b.id AND o.stream_id = p.stream_id HAVING b.id IS NOT NULL) whole ON true
    CROSS JOIN LATERAL (
      SELECT least(count(DISTINCT a.person_id), count(DISTINCT coalesce(a.on_behalf_of, a.person_id)))::int AS given
        FROM approval a WHERE a.proposal_id = p.id AND a.outcome = 'approved' AND a.version = p.version
         AND a.content_hash = p.content_hash AND a.person_id <> p.created_by) g;

-- The same bytes as before. A number joined to a text is only stable, which kept PostgreSQL from inlining this function that
-- every entry calls seventy times; with the number as text it is immutable, as it says.
CREATE OR REPLACE FUNCTION ledger.net(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value IS NULL THEN '-,' ELSE octet_length(value)::text || ':' || value || ',' END
$$;
