-- An entry that ledger.append writes is whole by the way it is made: one statement counts, adds up and hashes the very lines
-- that it inserts, and here it also refuses what is not balanced in each book and a head that is not the last entry. It was all
-- done a second time at commit, row by row; that check is now for whoever inserts past the function. The application's role
-- cannot claim to be the function: inside it, and nowhere else that entries are inserted, current_user is the owner.

CREATE OR REPLACE FUNCTION ledger.append(programme uuid, recorder uuid, entries jsonb)
RETURNS TABLE (appended_seq bigint, appended_at timestamptz, appended_hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, ledger SET enable_seqscan = off AS $$
DECLARE
  head public.ledger_head;
  at0 timestamptz;
  claims text[] := security.claims();
  scope text := coalesce(claims[2], 'none');
  seqs bigint[];
  times timestamptz[];
  hashes bytea[];
  last_hash bytea;
  skew bigint;
BEGIN
  IF scope NOT IN ('ministry', 'system') THEN
    RAISE EXCEPTION 'not_allowed: this context may not append' USING ERRCODE = 'GS006';
  END IF;
  IF scope = 'ministry' AND recorder IS DISTINCT FROM nullif(claims[3], '')::uuid THEN
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

  PERFORM set_config('ledger.appending', 'on', true);
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
        coalesce(sum(l.amount) FILTER (WHERE l.book = 'commitment'), 0) <> 0
          OR coalesce(sum(l.amount) FILTER (WHERE l.book = 'cash'), 0) <> 0
          OR coalesce(sum(l.amount) FILTER (WHERE l.book = 'accountability'), 0) <> 0 AS skew,
        string_agg(ledger.posting_content(l.line, l.key, l.municipality_id, l.amount), '' ORDER BY l.line) AS body
      FROM line l GROUP BY l.n),
  chained AS (
    SELECT g.*, coalesce(b.lines, 0) AS lines, coalesce(b.debit, 0) AS debit, coalesce(b.skew, true) AS skew,
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
  SELECT array_agg(w.seq ORDER BY w.seq), array_agg(w.recorded_at ORDER BY w.seq), array_agg(w.hash ORDER BY w.seq),
      (SELECT min(head.seq + c.n) FROM chained c WHERE c.skew),
      (SELECT e.hash FROM public.entry e WHERE e.programme_id = programme AND e.seq = head.seq)
    INTO seqs, times, hashes, skew, last_hash FROM written w;
  PERFORM set_config('ledger.appending', '', true);
  IF head.seq > 0 AND last_hash IS DISTINCT FROM head.hash THEN
    RAISE EXCEPTION 'unchained: the head of the chain is not its last entry, %', head.seq USING ERRCODE = 'GS004';
  END IF;
  IF skew IS NOT NULL THEN
    RAISE EXCEPTION 'unbalanced: entry % has no postings, or they do not add up to zero in each book', skew USING ERRCODE = 'GS003';
  END IF;
  RETURN QUERY SELECT u.* FROM unnest(seqs, times, hashes) u;
END $$;

DROP TRIGGER entry_whole ON entry;
CREATE CONSTRAINT TRIGGER entry_whole AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NOT (current_user = 'geldstroom_owner' AND coalesce(current_setting('ledger.appending', true), '') = 'on'))
  EXECUTE FUNCTION ledger.check_new_entry();

DROP TRIGGER posting_in_time ON posting;
CREATE TRIGGER posting_in_time AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT
  WHEN (NOT (current_user = 'geldstroom_owner' AND coalesce(current_setting('ledger.appending', true), '') = 'on'))
  EXECUTE FUNCTION ledger.refuse_late_postings();

-- With that, checking many entries of one statement together has no use any more.
DROP TRIGGER posting_many_whole ON posting;
DROP FUNCTION ledger.check_many_entries();
CREATE OR REPLACE FUNCTION ledger.check_new_entry() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, ledger AS $$
BEGIN
  PERFORM ledger.check_entry(NEW.programme_id, NEW.seq);
  RETURN NULL;
END $$;
DROP FUNCTION ledger.was_found_whole(uuid, bigint);
DROP TABLE ledger.found_whole;

-- Advanced only comes above awarded where the one grows or the other shrinks: without such a line nothing is looked up.
CREATE OR REPLACE FUNCTION ledger.check_advances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET plan_cache_mode = auto AS $$
DECLARE many boolean; over record;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM new_postings n JOIN public.account a ON a.programme_id = n.programme_id AND a.id = n.account_id
      WHERE n.amount_cents > 0 AND a.kind = 'advanced' OR n.amount_cents < 0 AND a.kind = 'allocated') THEN RETURN NULL; END IF;
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
