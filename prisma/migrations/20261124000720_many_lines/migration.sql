-- Appending and checking a hundred thousand lines. The same rules, the same bytes and the same refusals as before; what was
-- computed several times for each line is computed once.

-- The same bytes as before: a uuid always has 36 of them, so that only what varies is measured.
CREATE OR REPLACE FUNCTION ledger.facts_content(e public.entry) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  effective text := to_char(e.effective_on, 'YYYY-MM-DD');
  recorded text := ledger.instant(e.recorded_at);
  decided text := to_char(e.decision_on, 'YYYY-MM-DD');
BEGIN
  RETURN concat(ledger.net('geldstroom-entry-v1'), '36:', e.programme_id, ',', ledger.net(e.seq::text), ledger.net(e.kind::text),
    ledger.net(effective), ledger.net(recorded), '36:', e.recorded_by, ',36:', e.stream_id, ',',
    coalesce('36:' || e.municipality_id::text, '-'), ',', coalesce('36:' || e.allocation_id::text, '-'), ',',
    coalesce('36:' || e.proposal_id::text, '-'), ',', coalesce('36:' || e.report_id::text, '-'), ',',
    ledger.net(e.corrects_seq::text), ledger.net(e.decision_number), ledger.net(decided), ledger.net(e.legal_source),
    ledger.net(e.reason), ledger.net(e.posting_count::text), ledger.net(e.debit_cents::text));
END $$;

CREATE OR REPLACE FUNCTION ledger.posting_content(line int, account_key text, municipality uuid, amount bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT ledger.net(line::text) || ledger.net(account_key) || coalesce('36:' || municipality::text, '-') || ',' || ledger.net(amount::text)
$$;

-- One statement: the entries are read once, the key of an account is made once for each posting and looked up once for each
-- account. That look-up is a subquery on the unique key: row-level security keeps what a function returns out of an index, and
-- a join that reads every account of the programme grows with the programme. The triggers of all rows run when it ends.
CREATE OR REPLACE FUNCTION ledger.append(programme uuid, recorder uuid, entries jsonb)
RETURNS TABLE (appended_seq bigint, appended_at timestamptz, appended_hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, ledger SET enable_seqscan = off AS $$
DECLARE
  head public.ledger_head;
  at0 timestamptz;
  scope text := security.scope();
  seqs bigint[];
  times timestamptz[];
  hashes bytea[];
BEGIN
  IF scope NOT IN ('ministry', 'system') THEN
    RAISE EXCEPTION 'not_allowed: this context may not append' USING ERRCODE = 'GS006';
  END IF;
  IF scope = 'ministry' AND recorder IS DISTINCT FROM security.person_id() THEN
    RAISE EXCEPTION 'not_allowed: an entry is recorded by the person who acts' USING ERRCODE = 'GS006';
  END IF;
  SELECT * INTO head FROM public.ledger_head WHERE programme_id = programme FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO public.ledger_head (programme_id, seq, recorded_at, hash)
    VALUES (programme, 0, to_timestamp(0), decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM public.ledger_head WHERE programme_id = programme FOR UPDATE;
  END IF;
  at0 := greatest(clock_timestamp(), head.recorded_at + interval '1 microsecond');
  IF jsonb_array_length(entries) = 0 THEN
    RAISE EXCEPTION 'unbalanced: nothing to append' USING ERRCODE = 'GS003';
  END IF;

  WITH given AS MATERIALIZED (
    SELECT x.* FROM ROWS FROM (jsonb_to_recordset(entries) AS (kind public.entry_kind, "effectiveOn" date, "streamId" uuid,
        "municipalityId" uuid, "allocationId" uuid, "proposalId" uuid, "reportId" uuid, "correctsSeq" bigint, "decisionNumber" text,
        "decisionOn" date, "legalSource" text, reason text, postings jsonb))
      WITH ORDINALITY AS x(kind, effective_on, stream_id, municipality_id, allocation_id, proposal_id, report_id, corrects_seq,
        decision_number, decision_on, legal_source, reason, postings, n)),
  line AS MATERIALIZED (
    SELECT g.n, p.line::int AS line, p.amount, p.book, p.kind, g.stream_id, p.tranche_id, p.theme_id, p.municipality_id, p.area_id,
        p.year, coalesce(p.vat_basis, 'gross') AS vat_basis, ledger.account_key(p.book, p.kind, g.stream_id, p.tranche_id,
          p.theme_id, p.municipality_id, p.area_id, p.year, coalesce(p.vat_basis, 'gross')) AS key
      FROM given g CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(g.postings) AS (book public.book, kind public.account_kind,
          "trancheId" uuid, "themeId" uuid, "municipalityId" uuid, "areaId" uuid, year int, "vatBasis" public.vat_basis, amount bigint))
        WITH ORDINALITY AS p(book, kind, tranche_id, theme_id, municipality_id, area_id, year, vat_basis, amount, line)),
  -- A key is made of all its columns: every line of it has the same.
  wanted AS (
    SELECT l.key, any_value(l.book) AS book, any_value(l.kind) AS kind, any_value(l.stream_id) AS stream_id,
        any_value(l.tranche_id) AS tranche_id, any_value(l.theme_id) AS theme_id, any_value(l.municipality_id) AS municipality_id,
        any_value(l.area_id) AS area_id, any_value(l.year) AS year, any_value(l.vat_basis) AS vat_basis
      FROM line l GROUP BY l.key),
  found AS MATERIALIZED (
    SELECT w.*, (SELECT a.id FROM public.account a WHERE a.programme_id = programme AND a.key = w.key) AS id FROM wanted w),
  made AS (
    INSERT INTO public.account (programme_id, book, kind, stream_id, tranche_id, theme_id, municipality_id, area_id, year, vat_basis, key)
    SELECT programme, f.book, f.kind, f.stream_id, f.tranche_id, f.theme_id, f.municipality_id, f.area_id, f.year, f.vat_basis, f.key
      FROM found f WHERE f.id IS NULL ORDER BY f.key
    RETURNING account.id, account.municipality_id, account.kind, account.key),
  opened AS (
    INSERT INTO public.account_balance (account_id, programme_id, municipality_id, floor_cents)
    SELECT m.id, programme, m.municipality_id, CASE WHEN m.kind IN ('ceiling', 'entitlement') THEN NULL ELSE 0 END FROM made m),
  bodies AS (
    SELECT l.n, count(*)::int AS lines, sum(greatest(l.amount, 0))::bigint AS debit,
        string_agg(ledger.posting_content(l.line, l.key, l.municipality_id, l.amount), '' ORDER BY l.line) AS body
      FROM line l GROUP BY l.n),
  chained AS (
    SELECT g.*, coalesce(b.lines, 0) AS lines, coalesce(b.debit, 0) AS debit,
        ledger.chain(head.hash, ledger.facts_content(ROW(programme, head.seq + g.n, g.kind, g.effective_on,
          at0 + (g.n - 1) * interval '1 microsecond', recorder, g.stream_id, g.municipality_id, g.allocation_id, g.proposal_id,
          g.report_id, g.corrects_seq, g.decision_number, g.decision_on, g.legal_source, g.reason, coalesce(b.lines, 0),
          coalesce(b.debit, 0), NULL, NULL)::public.entry), coalesce(b.body, '')) OVER (ORDER BY g.n ROWS UNBOUNDED PRECEDING) AS hash
      FROM given g LEFT JOIN bodies b ON b.n = g.n),
  written AS (
    INSERT INTO public.entry
    SELECT programme, head.seq + c.n, c.kind, c.effective_on, at0 + (c.n - 1) * interval '1 microsecond', recorder, c.stream_id,
        c.municipality_id, c.allocation_id, c.proposal_id, c.report_id, c.corrects_seq, c.decision_number, c.decision_on,
        c.legal_source, c.reason, c.lines, c.debit, lag(c.hash, 1, head.hash) OVER (ORDER BY c.n), c.hash
      FROM chained c ORDER BY c.n
    RETURNING entry.seq, entry.recorded_at, entry.hash),
  moved AS (
    UPDATE public.ledger_head h SET seq = w.seq, recorded_at = w.recorded_at, hash = w.hash
      FROM (SELECT * FROM written ORDER BY written.seq DESC LIMIT 1) w WHERE h.programme_id = programme),
  posted AS (
    INSERT INTO public.posting (programme_id, entry_seq, line, account_id, municipality_id, amount_cents)
    SELECT programme, head.seq + l.n, l.line, o.id, l.municipality_id, l.amount
      FROM line l JOIN (SELECT f.key, f.id FROM found f WHERE f.id IS NOT NULL UNION ALL SELECT m.key, m.id FROM made m) o
        ON o.key = l.key)
  SELECT array_agg(w.seq ORDER BY w.seq), array_agg(w.recorded_at ORDER BY w.seq), array_agg(w.hash ORDER BY w.seq)
    INTO seqs, times, hashes FROM written w;
  RETURN QUERY SELECT u.* FROM unnest(seqs, times, hashes) u;
END $$;

-- One look-up for each entry instead of one for each posting.
CREATE OR REPLACE FUNCTION ledger.refuse_late_postings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE late record;
BEGIN
  SELECT n.entry_seq, e.posting_count INTO late
    FROM (SELECT p.programme_id, p.entry_seq, max(p.line) AS line FROM new_postings p GROUP BY p.programme_id, p.entry_seq) n
    LEFT JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.entry_seq
   WHERE e.seq IS NULL OR n.line > e.posting_count LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'unbalanced: entry % is closed with % postings, a later one is refused', late.entry_seq, late.posting_count
      USING ERRCODE = 'GS003';
  END IF;
  RETURN NULL;
END $$;

-- The postings come from the statement that wrote them, in one pass, instead of from the table, entry by entry. They are the
-- same: as many lines as the entry counts, unique, and none beyond that count, are all there are. An entry whose lines came in
-- several statements misses its count here and is checked at commit.
CREATE OR REPLACE FUNCTION ledger.check_many_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, ledger SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE programme uuid; first bigint; last bigint; n bigint; whole bigint; head bigint;
BEGIN
  SELECT (array_agg(p.programme_id))[1], min(p.entry_seq), max(p.entry_seq), count(DISTINCT p.entry_seq)
    INTO programme, first, last, n FROM new_postings p HAVING count(DISTINCT p.programme_id) = 1;
  IF n IS NULL OR n < 50 OR last - first + 1 <> n THEN RETURN NULL; END IF;
  SELECT h.seq INTO head FROM public.ledger_head h WHERE h.programme_id = programme;
  IF head IS NULL OR head < last THEN RETURN NULL; END IF;
  WITH used AS MATERIALIZED (
    SELECT u.account_id, a.key, a.book FROM (SELECT DISTINCT p.account_id FROM new_postings p) u
      CROSS JOIN LATERAL (SELECT x.key, x.book FROM public.account x WHERE x.programme_id = programme AND x.id = u.account_id OFFSET 0) a),
  found AS (
    SELECT p.entry_seq AS seq, count(*) AS lines, max(p.line) AS last, sum(p.amount_cents) FILTER (WHERE p.amount_cents > 0) AS debit,
        coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'commitment'), 0) <> 0
          OR coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'cash'), 0) <> 0
          OR coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'accountability'), 0) <> 0 AS skew,
        string_agg(ledger.posting_content(p.line, a.key, p.municipality_id, p.amount_cents), '' ORDER BY p.line) AS body
      FROM new_postings p JOIN used a ON a.account_id = p.account_id GROUP BY p.entry_seq),
  entries AS (
    SELECT x AS content, x.seq, x.hash, x.prev_hash, x.posting_count, x.debit_cents, lag(x.hash) OVER (ORDER BY x.seq) AS before
      FROM public.entry x WHERE x.programme_id = programme AND x.seq BETWEEN first - 1 AND last)
  SELECT count(*) INTO whole FROM entries e JOIN found f ON f.seq = e.seq
   WHERE f.lines = e.posting_count AND f.last = e.posting_count AND f.debit = e.debit_cents AND NOT f.skew
     AND e.hash = ledger.link(e.prev_hash, NULL, ledger.facts_content(e.content), f.body)
     AND e.prev_hash = CASE WHEN e.seq = 1 THEN decode(repeat('00', 32), 'hex') ELSE e.before END;
  IF whole <> n THEN RETURN NULL; END IF;
  INSERT INTO ledger.found_whole AS w (programme_id, from_seq, to_seq) VALUES (programme, first, last)
  ON CONFLICT (programme_id) DO UPDATE SET to_seq = EXCLUDED.to_seq,
    from_seq = CASE WHEN EXCLUDED.from_seq = w.to_seq + 1 THEN w.from_seq ELSE EXCLUDED.from_seq END;
  RETURN NULL;
END $$;
