-- Appending has a role of its own. ledger.append knows who asks and for which streams before it reads anything; its some twenty
-- statements each had row-level security check the token again, a fifth of what an append cost. Now they run as
-- geldstroom_ledger, which sees the whole journal and owns these functions alone. Nobody signs in as that role, and its
-- functions are the only way in: what it inserts was made by ledger.append.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'geldstroom_ledger') OR NOT pg_has_role('geldstroom_ledger', 'SET') THEN
    RAISE EXCEPTION 'The role geldstroom_ledger is not there yet: run prisma/roles.sql again, as a superuser, and then migrate.';
  END IF;
END $$;

-- As before; who may append to a stream is asked once, and not of every statement.
-- Reads, adds up and looks up before it takes the head; under the head's lock it gives places, times and hashes, and writes.
CREATE OR REPLACE FUNCTION ledger.append(programme uuid, recorder uuid, entries jsonb)
RETURNS TABLE (appended_seq bigint, appended_at timestamptz, appended_hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, ledger SET enable_seqscan = off AS $$
DECLARE
  claims text[] := security.claims();
  scope text := coalesce(claims[2], 'none');
  own uuid[] := CASE WHEN scope = 'ministry' THEN security.own_streams() END;
  n int := jsonb_array_length(entries);
  given ledger.prepared[];
  one ledger.prepared;
  e public.entry;
  written public.entry[] := '{}';
  head public.ledger_head;
  last public.ledger_head;
  accounts_missing boolean;
  foreign_stream boolean;
  advances boolean;
  settlements boolean;
  skew bigint;
  said text;
BEGIN
  IF scope NOT IN ('ministry', 'system') THEN
    RAISE EXCEPTION 'not_allowed: this context may not append' USING ERRCODE = 'GS006';
  END IF;
  IF scope = 'ministry' AND recorder IS DISTINCT FROM nullif(claims[3], '')::uuid THEN
    RAISE EXCEPTION 'not_allowed: an entry is recorded by the person who acts' USING ERRCODE = 'GS006';
  END IF;

  FOR turn IN 1..2 LOOP
    SELECT array_agg(ROW(ROW(programme, NULL, g.kind, g.effective_on, NULL, recorder, g.stream_id, g.municipality_id,
          g.allocation_id, g.proposal_id, g.report_id, g.corrects_seq, g.decision_number, g.decision_on, g.legal_source, g.reason,
          b.lines, b.debit, NULL, NULL)::public.entry, b.body, b.skew, b.accounts, b.municipalities, b.amounts)::ledger.prepared
        ORDER BY g.n), bool_or(b.missing), bool_or(b.advances), bool_or(g.kind IN ('settled', 'settlement_reopened')),
        bool_and(g.stream_id = ANY (own)) IS FALSE
      INTO given, accounts_missing, advances, settlements, foreign_stream
      FROM ROWS FROM (jsonb_to_recordset(entries) AS (kind public.entry_kind, "effectiveOn" date, "streamId" uuid,
          "municipalityId" uuid, "allocationId" uuid, "proposalId" uuid, "reportId" uuid, "correctsSeq" bigint,
          "decisionNumber" text, "decisionOn" date, "legalSource" text, reason text, postings jsonb))
        WITH ORDINALITY AS g(kind, effective_on, stream_id, municipality_id, allocation_id, proposal_id, report_id, corrects_seq,
          decision_number, decision_on, legal_source, reason, postings, n)
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS lines, coalesce(sum(greatest(l.amount, 0)), 0)::bigint AS debit,
            count(*) = 0 OR coalesce(sum(l.amount) FILTER (WHERE l.book = 'commitment'), 0) <> 0
              OR coalesce(sum(l.amount) FILTER (WHERE l.book = 'cash'), 0) <> 0
              OR coalesce(sum(l.amount) FILTER (WHERE l.book = 'accountability'), 0) <> 0 AS skew,
            coalesce(string_agg(ledger.posting_content(l.line::int, l.key, l.municipality_id, l.amount), '' ORDER BY l.line), '') AS body,
            array_agg(l.account_id ORDER BY l.line) AS accounts, array_agg(l.municipality_id ORDER BY l.line) AS municipalities,
            array_agg(l.amount ORDER BY l.line) AS amounts, bool_or(l.account_id IS NULL) AS missing,
            bool_or(l.amount > 0 AND l.kind = 'advanced' OR l.amount < 0 AND l.kind = 'allocated') AS advances
          FROM (SELECT k.*, (SELECT a.id FROM public.account a WHERE a.programme_id = programme AND a.key = k.key) AS account_id
            FROM (SELECT p.*, ledger.account_key(p.book, p.kind, g.stream_id, p.tranche_id, p.theme_id, p.municipality_id,
                p.area_id, p.year, coalesce(p.vat_basis, 'gross')) AS key
              FROM ROWS FROM (jsonb_to_recordset(g.postings) AS (book public.book, kind public.account_kind, "trancheId" uuid,
                  "themeId" uuid, "municipalityId" uuid, "areaId" uuid, year int, "vatBasis" public.vat_basis, amount bigint))
                WITH ORDINALITY AS p(book, kind, tranche_id, theme_id, municipality_id, area_id, year, vat_basis, amount, line)
              OFFSET 0) k OFFSET 0) l) b;
    IF turn = 1 THEN
      -- Who waits does so in one queue and not on the row, whose every change would have to be looked at again.
      said := pg_advisory_xact_lock(hashtextextended('ledger ' || programme, 1))::text;
      SELECT * INTO head FROM public.ledger_head WHERE programme_id = programme FOR UPDATE;
      IF NOT FOUND THEN
        INSERT INTO public.ledger_head (programme_id, seq, recorded_at, hash)
        VALUES (programme, 0, to_timestamp(0), decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        SELECT * INTO head FROM public.ledger_head WHERE programme_id = programme FOR UPDATE;
      END IF;
      IF n = 0 THEN
        RAISE EXCEPTION 'unbalanced: nothing to append' USING ERRCODE = 'GS003';
      END IF;
      IF foreign_stream THEN
        RAISE EXCEPTION 'not_allowed: a ministry appends to the streams that it owns today' USING ERRCODE = 'GS006';
      END IF;
    END IF;
    EXIT WHEN accounts_missing IS NOT TRUE;
    PERFORM ledger.open_accounts(programme, entries);
  END LOOP;

  last := head;
  last.recorded_at := greatest(clock_timestamp(), head.recorded_at + interval '1 microsecond') - interval '1 microsecond';
  FOR i IN 1..n LOOP
    one := given[i];
    e := one.facts;
    last.seq := last.seq + 1;
    last.recorded_at := last.recorded_at + interval '1 microsecond';
    e.seq := last.seq;
    e.recorded_at := last.recorded_at;
    e.prev_hash := last.hash;
    last.hash := ledger.link(last.hash, NULL, ledger.facts_content(e), one.body);
    e.hash := last.hash;
    written[i] := e;
    IF one.skew AND skew IS NULL THEN skew := e.seq; END IF;
  END LOOP;

  -- The head is the last entry, or it does not move. Whether this programme knows settlements is asked along.
  UPDATE public.ledger_head h SET seq = last.seq, recorded_at = last.recorded_at, hash = last.hash
   WHERE h.programme_id = programme AND (head.seq = 0
     OR head.hash = (SELECT x.hash FROM public.entry x WHERE x.programme_id = programme AND x.seq = head.seq))
  RETURNING settlements OR EXISTS (SELECT FROM public.entry x WHERE x.programme_id = programme
    AND x.kind IN ('settled', 'settlement_reopened')) INTO settlements;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'unchained: the head of the chain is not its last entry, %', head.seq USING ERRCODE = 'GS004';
  END IF;

  said := set_config('ledger.many', CASE WHEN n >= 50 THEN 'on' ELSE '' END, true);
  said := set_config('ledger.advances', CASE WHEN advances THEN '' ELSE 'none' END, true);
  said := set_config('ledger.settlements', CASE WHEN settlements THEN '' ELSE 'none' END, true);
  INSERT INTO public.entry SELECT w.* FROM unnest(written) w;
  INSERT INTO public.posting (programme_id, entry_seq, line, account_id, municipality_id, amount_cents)
  SELECT programme, head.seq + g.n, p.line, p.account_id, p.municipality_id, p.amount
    FROM unnest(given) WITH ORDINALITY AS g(facts, body, skew, accounts, municipalities, amounts, n)
    CROSS JOIN LATERAL unnest(g.accounts, g.municipalities, g.amounts) WITH ORDINALITY AS p(account_id, municipality_id, amount, line);
  IF skew IS NOT NULL THEN
    RAISE EXCEPTION 'unbalanced: entry % has no postings, or they do not add up to zero in each book', skew USING ERRCODE = 'GS003';
  END IF;
  FOREACH e IN ARRAY written LOOP
    appended_seq := e.seq;
    appended_at := e.recorded_at;
    appended_hash := e.hash;
    RETURN NEXT;
  END LOOP;
END $$;

-- Balances and months follow postings in one statement, set-based, accounts in a fixed order; the CHECK on the balance row is
-- the guard.
DROP TRIGGER posting_balances ON posting;
DROP TRIGGER posting_months ON posting;
DROP FUNCTION ledger.keep_balances();
DROP FUNCTION ledger.keep_months();
CREATE FUNCTION ledger.keep_sums() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET plan_cache_mode = auto AS $$
DECLARE many boolean := coalesce(current_setting('ledger.many', true), '') = 'on'; said text;
BEGIN
  IF many THEN said := set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
  WITH moved AS MATERIALIZED (
    SELECT n.account_id, date_trunc('month', e.effective_on::timestamp)::date AS effective_month,
        date_trunc('month', e.recorded_at AT TIME ZONE 'UTC')::date AS recorded_month, e.kind, n.programme_id, n.municipality_id,
        sum(n.amount_cents)::bigint AS amount, count(*) AS postings, count(*) FILTER (WHERE n.line = 1) AS entries
      FROM new_postings n JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.entry_seq
     WHERE many IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6),
  account_moved AS MATERIALIZED (
    SELECT m.account_id, sum(m.amount)::bigint AS amount, sum(m.postings)::bigint AS postings FROM moved m GROUP BY 1 ORDER BY 1),
  balanced AS (
    UPDATE public.account_balance b
       SET balance_cents = b.balance_cents + d.amount, posting_count = b.posting_count + d.postings
      FROM account_moved d WHERE b.account_id = d.account_id
    RETURNING b.account_id)
  INSERT INTO public.account_month AS m (account_id, effective_month, recorded_month, kind, programme_id, municipality_id,
      amount_cents, posting_count, entry_count)
  SELECT d.account_id, d.effective_month, d.recorded_month, d.kind, d.programme_id, d.municipality_id, d.amount, d.postings, d.entries
    FROM moved d WHERE (SELECT count(*) FROM balanced) = (SELECT count(*) FROM account_moved) ORDER BY 1, 2, 3, 4
  ON CONFLICT (account_id, effective_month, recorded_month, kind) DO UPDATE
    SET amount_cents = m.amount_cents + EXCLUDED.amount_cents, posting_count = m.posting_count + EXCLUDED.posting_count,
        entry_count = m.entry_count + EXCLUDED.entry_count;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no balance row for these postings' USING ERRCODE = 'GS002';
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION ledger.keep_sums() FROM PUBLIC;
-- The name puts it before the triggers that read balances.
CREATE TRIGGER posting_amounts AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.keep_sums();

-- What ledger.append made is whole and in time by the way it is made; who inserts past it is checked.
DROP TRIGGER entry_whole ON entry;
CREATE CONSTRAINT TRIGGER entry_whole AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (current_user <> 'geldstroom_ledger') EXECUTE FUNCTION ledger.check_new_entry();
DROP TRIGGER posting_in_time ON posting;
CREATE TRIGGER posting_in_time AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT
  WHEN (current_user <> 'geldstroom_ledger') EXECUTE FUNCTION ledger.refuse_late_postings();
DROP TRIGGER posting_never_above_award ON posting;
CREATE TRIGGER posting_never_above_award AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT
  WHEN (current_user <> 'geldstroom_ledger' OR current_setting('ledger.advances', true) IS DISTINCT FROM 'none')
  EXECUTE FUNCTION ledger.check_advances();
DROP TRIGGER posting_settlement ON posting;
CREATE TRIGGER posting_settlement AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings FOR EACH STATEMENT
  WHEN (current_user <> 'geldstroom_ledger' OR current_setting('ledger.settlements', true) IS DISTINCT FROM 'none')
  EXECUTE FUNCTION ledger.check_settlements();

-- What the role needs for it, and no more: it changes no entry, and of people, words and reports it reads nothing else.
GRANT USAGE ON SCHEMA public, ledger, security TO geldstroom_ledger;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger TO geldstroom_ledger;
GRANT EXECUTE ON FUNCTION security.claims(), security.own_streams() TO geldstroom_ledger;
GRANT SELECT, INSERT ON entry, posting, account TO geldstroom_ledger;
GRANT SELECT, INSERT, UPDATE ON ledger_head, account_balance, account_month TO geldstroom_ledger;
GRANT SELECT ON proposal, approval, report, stream_ministry TO geldstroom_ledger;
GRANT USAGE ON SEQUENCE account_id_seq TO geldstroom_ledger;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['entry', 'posting', 'account', 'ledger_head', 'account_balance', 'account_month'] LOOP
    EXECUTE format('CREATE POLICY ledger_appends ON %I TO geldstroom_ledger USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['proposal', 'approval', 'report'] LOOP
    EXECUTE format('CREATE POLICY ledger_reads ON %I FOR SELECT TO geldstroom_ledger USING (true)', t);
  END LOOP;
END $$;

-- A later migration that replaces one of these does so after SET ROLE geldstroom_ledger, with this grant around it.
GRANT CREATE ON SCHEMA ledger TO geldstroom_ledger;
ALTER FUNCTION ledger.append(uuid, uuid, jsonb) OWNER TO geldstroom_ledger;
ALTER FUNCTION ledger.open_accounts(uuid, jsonb) OWNER TO geldstroom_ledger;
ALTER FUNCTION ledger.keep_sums() OWNER TO geldstroom_ledger;
ALTER FUNCTION ledger.require_approval() OWNER TO geldstroom_ledger;
REVOKE CREATE ON SCHEMA ledger FROM geldstroom_ledger;
-- The owner seeds by it, in a context like everybody's.
SET ROLE geldstroom_ledger;
GRANT EXECUTE ON FUNCTION ledger.append(uuid, uuid, jsonb) TO geldstroom_owner;
RESET ROLE;
