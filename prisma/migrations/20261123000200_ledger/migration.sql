-- The journal's guards: append-only, balanced per book, complete, chained, never below a floor.

CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO geldstroom_app, geldstroom_verifier;

-- The pure functions here set no search_path, so that PostgreSQL can inline them; every name in them is qualified or
-- built in. The two long ones are PL/pgSQL because its plans stay cached: measured ten times faster than SQL.

-- The definer functions forbid sequential scans: their plans are cached when a programme is small and must still be right
-- when it has ten million entries.

-- Netstring: "5:hello," and "-," for null. Unambiguous, so no two contents share bytes.
CREATE FUNCTION ledger.net(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value IS NULL THEN '-,' ELSE octet_length(value) || ':' || value || ',' END
$$;

CREATE FUNCTION ledger.instant(value timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

CREATE FUNCTION ledger.account_key(book public.book, kind public.account_kind, stream uuid, tranche uuid, theme uuid,
  municipality uuid, area uuid, year int, vat public.vat_basis) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN concat_ws('|', book::text, kind::text, stream::text, tranche::text, coalesce(theme::text, '-'),
    coalesce(municipality::text, '-'), coalesce(area::text, '-'), coalesce(year::text, '-'), vat::text);
END $$;

-- The bytes an entry's hash covers: its whole content, its postings with their accounts, the hash before it.
-- lib/domain/ledger/entry-content.ts writes the same bytes independently. This is the part before the earlier hash.
CREATE FUNCTION ledger.facts_content(e public.entry) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ledger.net('geldstroom-entry-v1') || ledger.net(e.programme_id::text) || ledger.net(e.seq::text)
    || ledger.net(e.kind::text) || ledger.net(to_char(e.effective_on, 'YYYY-MM-DD'))
    || ledger.net(ledger.instant(e.recorded_at)) || ledger.net(e.recorded_by::text) || ledger.net(e.stream_id::text)
    || ledger.net(e.municipality_id::text) || ledger.net(e.allocation_id::text) || ledger.net(e.proposal_id::text)
    || ledger.net(e.report_id::text) || ledger.net(e.corrects_seq::text) || ledger.net(e.decision_number)
    || ledger.net(to_char(e.decision_on, 'YYYY-MM-DD')) || ledger.net(e.legal_source) || ledger.net(e.reason)
    || ledger.net(e.posting_count::text) || ledger.net(e.debit_cents::text);
END $$;

-- One link of the chain; as an aggregate over a window it chains a whole batch in one pass.
CREATE FUNCTION ledger.link(before bytea, start bytea, facts text, postings text) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN sha256(convert_to(facts || ledger.net(encode(coalesce(before, start), 'hex')) || postings, 'UTF8'));
END $$;
CREATE AGGREGATE ledger.chain(bytea, text, text) (SFUNC = ledger.link, STYPE = bytea);

CREATE FUNCTION ledger.posting_content(line int, account_key text, municipality uuid, amount bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT ledger.net(line::text) || ledger.net(account_key) || ledger.net(municipality::text) || ledger.net(amount::text)
$$;

ALTER TABLE account
  ADD CONSTRAINT account_key_true CHECK (key = ledger.account_key(book, kind, stream_id, tranche_id, theme_id,
    municipality_id, area_id, year, vat_basis)),
  ADD CONSTRAINT account_kind_in_book CHECK (book = CASE
    WHEN kind IN ('ceiling', 'unallocated', 'allocated') THEN 'commitment'::book
    ELSE 'accountability'::book END);

ALTER TABLE account_balance
  ADD CONSTRAINT account_balance_floor CHECK (floor_cents IS NULL OR balance_cents >= floor_cents);

ALTER TABLE posting
  ADD CONSTRAINT posting_amount_not_zero CHECK (amount_cents <> 0),
  ADD CONSTRAINT posting_line_from_one CHECK (line >= 1);

ALTER TABLE entry
  ADD CONSTRAINT entry_seq_from_one CHECK (seq >= 1),
  ADD CONSTRAINT entry_has_postings CHECK (posting_count >= 2 AND debit_cents > 0),
  ADD CONSTRAINT entry_reason_given CHECK (length(btrim(reason)) > 0),
  ADD CONSTRAINT entry_corrects_earlier CHECK (corrects_seq IS NULL OR corrects_seq < seq),
  ADD CONSTRAINT entry_hashes CHECK (length(hash) = 32 AND length(prev_hash) = 32);

CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER account_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER account_balance_no_delete BEFORE DELETE OR TRUNCATE ON account_balance
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER ledger_head_no_delete BEFORE DELETE OR TRUNCATE ON ledger_head
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

-- A head moves on, by appends, and never back.
CREATE FUNCTION ledger.guard_head() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.programme_id <> OLD.programme_id OR NEW.seq <= OLD.seq OR NEW.recorded_at <= OLD.recorded_at THEN
    RAISE EXCEPTION 'append_only: the head of a chain only moves forward' USING ERRCODE = 'GS001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_head_forward BEFORE UPDATE ON ledger_head FOR EACH ROW EXECUTE FUNCTION ledger.guard_head();

-- Balances follow postings set-based, accounts in a fixed order; the CHECK on the balance row is the guard.
CREATE FUNCTION ledger.keep_balances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
BEGIN
  UPDATE public.account_balance b
     SET balance_cents = b.balance_cents + d.amount, posting_count = b.posting_count + d.postings
    FROM (SELECT n.account_id, sum(n.amount_cents)::bigint AS amount, count(*) AS postings
            FROM new_postings n GROUP BY n.account_id ORDER BY n.account_id) d
   WHERE b.account_id = d.account_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no balance row for these postings' USING ERRCODE = 'GS002';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_balances AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.keep_balances();

-- Whole, balanced and chained: checked at commit from the entry's side and at once from the posting's side, so that an
-- entry without postings, an unbalanced one, and a balanced pair added later are all refused.
CREATE FUNCTION ledger.check_entry(programme uuid, entry_seq bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, ledger SET enable_seqscan = off AS $$
DECLARE
  e public.entry;
  n bigint; debit numeric; skew boolean; body text; before bytea; last bigint;
BEGIN
  SELECT x.* INTO e FROM public.entry x WHERE x.programme_id = programme AND x.seq = check_entry.entry_seq;
  SELECT count(*), sum(p.amount_cents) FILTER (WHERE p.amount_cents > 0),
      coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'commitment'), 0) <> 0
        OR coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'cash'), 0) <> 0
        OR coalesce(sum(p.amount_cents) FILTER (WHERE a.book = 'accountability'), 0) <> 0,
      string_agg(ledger.posting_content(p.line, a.key, p.municipality_id, p.amount_cents), '' ORDER BY p.line)
    INTO n, debit, skew, body
    FROM public.posting p JOIN public.account a ON a.programme_id = p.programme_id AND a.id = p.account_id
   WHERE p.programme_id = programme AND p.entry_seq = check_entry.entry_seq;
  IF n IS DISTINCT FROM e.posting_count OR debit IS DISTINCT FROM e.debit_cents OR skew THEN
    RAISE EXCEPTION 'unbalanced: entry % has % postings and % cents debit, its totals say % and %', entry_seq,
      n, coalesce(debit, 0), e.posting_count, e.debit_cents USING ERRCODE = 'GS003';
  END IF;
  IF e.hash IS DISTINCT FROM ledger.link(e.prev_hash, NULL, ledger.facts_content(e), body) THEN
    RAISE EXCEPTION 'unchained: the hash of entry % does not cover its content', entry_seq USING ERRCODE = 'GS004';
  END IF;
  SELECT h.seq, CASE WHEN check_entry.entry_seq = 1 THEN decode(repeat('00', 32), 'hex') ELSE (
      SELECT x.hash FROM public.entry x WHERE x.programme_id = programme AND x.seq = check_entry.entry_seq - 1) END
    INTO last, before FROM public.ledger_head h WHERE h.programme_id = programme;
  IF before IS DISTINCT FROM e.prev_hash OR last IS NULL OR last < entry_seq THEN
    RAISE EXCEPTION 'unchained: entry % does not follow the chain', entry_seq USING ERRCODE = 'GS004';
  END IF;
END $$;

CREATE FUNCTION ledger.check_new_entry() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, ledger AS $$
BEGIN
  PERFORM ledger.check_entry(NEW.programme_id, NEW.seq);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER entry_whole AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger.check_new_entry();

-- From the posting's side: a line beyond the entry's count is refused at once. Lines are unique and start at 1, so an
-- entry that passed the check above has each of its lines, and a later one can only be beyond them.
CREATE FUNCTION ledger.refuse_late_postings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE late record;
BEGIN
  SELECT n.entry_seq, e.posting_count INTO late FROM new_postings n
    LEFT JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.entry_seq
   WHERE e.seq IS NULL OR n.line > e.posting_count LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'unbalanced: entry % is closed with % postings, a later one is refused', late.entry_seq, late.posting_count
      USING ERRCODE = 'GS003';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_in_time AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_late_postings();

-- Only approved facts are posted: an allocation or ceiling needs another person's approval of this very content,
-- spend needs a report that was signed.
CREATE FUNCTION ledger.require_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE bare record;
BEGIN
  SELECT n.seq, n.kind INTO bare FROM new_entries n
   WHERE CASE WHEN n.kind IN ('spent', 'spend_corrected') THEN NOT EXISTS (
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
CREATE TRIGGER entry_approved AFTER INSERT ON entry REFERENCING NEW TABLE AS new_entries
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.require_approval();

-- The one way to append: takes the head's lock, the time under that lock, the accounts, the hashes, and writes.
-- entries: [{kind, effectiveOn, streamId, municipalityId?, allocationId?, proposalId?, reportId?, correctsSeq?,
--   decisionNumber?, decisionOn?, legalSource?, reason, postings: [{book, kind, trancheId, themeId?, municipalityId?,
--   areaId?, year?, amount}]}], amounts as text in cents. The lock is held to commit.
CREATE FUNCTION ledger.append(programme uuid, recorder uuid, entries jsonb)
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

  WITH wanted AS (
    SELECT DISTINCT (p->>'book')::public.book AS book, (p->>'kind')::public.account_kind AS kind,
      (x->>'streamId')::uuid AS stream_id, (p->>'trancheId')::uuid AS tranche_id, (p->>'themeId')::uuid AS theme_id,
      (p->>'municipalityId')::uuid AS municipality_id, (p->>'areaId')::uuid AS area_id, (p->>'year')::int AS year,
      coalesce((p->>'vatBasis')::public.vat_basis, 'gross') AS vat_basis
    FROM jsonb_array_elements(entries) x, jsonb_array_elements(x->'postings') p),
  keyed AS (
    SELECT w.*, ledger.account_key(book, kind, stream_id, tranche_id, theme_id, municipality_id, area_id, year, vat_basis) AS key
    FROM wanted w),
  missing AS (
    SELECT k.* FROM keyed k WHERE NOT EXISTS (SELECT 1 FROM public.account a WHERE a.programme_id = programme AND a.key = k.key)),
  made AS (
    INSERT INTO public.account (programme_id, book, kind, stream_id, tranche_id, theme_id, municipality_id, area_id, year, vat_basis, key)
    SELECT programme, book, kind, stream_id, tranche_id, theme_id, municipality_id, area_id, year, vat_basis, key
    FROM missing ORDER BY key RETURNING id, municipality_id, kind)
  INSERT INTO public.account_balance (account_id, programme_id, municipality_id, floor_cents)
  SELECT id, programme, municipality_id, CASE WHEN kind IN ('ceiling', 'entitlement') THEN NULL ELSE 0 END FROM made;

  IF jsonb_array_length(entries) = 0 THEN
    RAISE EXCEPTION 'unbalanced: nothing to append' USING ERRCODE = 'GS003';
  END IF;

  WITH given AS (
    SELECT x.n, x.e, count(p.v) AS lines, sum(greatest((p.v->>'amount')::bigint, 0))::bigint AS debit,
      string_agg(ledger.posting_content(p.line::int, ledger.account_key((p.v->>'book')::public.book,
        (p.v->>'kind')::public.account_kind, (x.e->>'streamId')::uuid, (p.v->>'trancheId')::uuid, (p.v->>'themeId')::uuid,
        (p.v->>'municipalityId')::uuid, (p.v->>'areaId')::uuid, (p.v->>'year')::int,
        coalesce((p.v->>'vatBasis')::public.vat_basis, 'gross')), (p.v->>'municipalityId')::uuid,
        (p.v->>'amount')::bigint), '' ORDER BY p.line) AS body
    FROM jsonb_array_elements(entries) WITH ORDINALITY x(e, n)
      LEFT JOIN LATERAL jsonb_array_elements(x.e->'postings') WITH ORDINALITY p(v, line) ON true
    GROUP BY x.n, x.e),
  typed AS (
    SELECT g.n, coalesce(g.body, '') AS body, ROW(programme, head.seq + g.n, (g.e->>'kind')::public.entry_kind,
      (g.e->>'effectiveOn')::date, at0 + (g.n - 1) * interval '1 microsecond', recorder, (g.e->>'streamId')::uuid,
      (g.e->>'municipalityId')::uuid, (g.e->>'allocationId')::uuid, (g.e->>'proposalId')::uuid, (g.e->>'reportId')::uuid,
      (g.e->>'correctsSeq')::bigint, g.e->>'decisionNumber', (g.e->>'decisionOn')::date, g.e->>'legalSource',
      g.e->>'reason', g.lines::int, coalesce(g.debit, 0), NULL, NULL)::public.entry AS row
    FROM given g),
  chained AS (
    SELECT t.*, ledger.chain(head.hash, ledger.facts_content(t.row), t.body) OVER (ORDER BY t.n) AS hash FROM typed t),
  written AS (
  INSERT INTO public.entry
  SELECT (c.row).programme_id, (c.row).seq, (c.row).kind, (c.row).effective_on, (c.row).recorded_at, (c.row).recorded_by,
    (c.row).stream_id, (c.row).municipality_id, (c.row).allocation_id, (c.row).proposal_id, (c.row).report_id,
    (c.row).corrects_seq, (c.row).decision_number, (c.row).decision_on, (c.row).legal_source, (c.row).reason,
    (c.row).posting_count, (c.row).debit_cents, lag(c.hash, 1, head.hash) OVER (ORDER BY c.n), c.hash
  FROM chained c ORDER BY c.n
  RETURNING entry.seq, entry.recorded_at, entry.hash)
  SELECT array_agg(w.seq ORDER BY w.seq), array_agg(w.recorded_at ORDER BY w.seq), array_agg(w.hash ORDER BY w.seq)
    INTO seqs, times, hashes FROM written w;

  UPDATE public.ledger_head SET seq = seqs[array_upper(seqs, 1)], recorded_at = times[array_upper(seqs, 1)],
    hash = hashes[array_upper(seqs, 1)] WHERE programme_id = programme;
  INSERT INTO public.posting (programme_id, entry_seq, line, account_id, municipality_id, amount_cents)
  SELECT programme, head.seq + x.n, p.line::int, a.id, (p.v->>'municipalityId')::uuid, (p.v->>'amount')::bigint
    FROM jsonb_array_elements(entries) WITH ORDINALITY x(e, n)
    CROSS JOIN LATERAL jsonb_array_elements(x.e->'postings') WITH ORDINALITY p(v, line)
    JOIN public.account a ON a.programme_id = programme AND a.key = ledger.account_key((p.v->>'book')::public.book,
      (p.v->>'kind')::public.account_kind, (x.e->>'streamId')::uuid, (p.v->>'trancheId')::uuid, (p.v->>'themeId')::uuid,
      (p.v->>'municipalityId')::uuid, (p.v->>'areaId')::uuid, (p.v->>'year')::int,
      coalesce((p.v->>'vatBasis')::public.vat_basis, 'gross'));
  RETURN QUERY SELECT u.* FROM unnest(seqs, times, hashes) u;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.append(uuid, uuid, jsonb) TO geldstroom_app;
GRANT EXECUTE ON FUNCTION ledger.net(text), ledger.instant(timestamptz), ledger.posting_content(int, text, uuid, bigint),
  ledger.facts_content(public.entry), ledger.link(bytea, bytea, text, text),
  ledger.account_key(public.book, public.account_kind, uuid, uuid, uuid, uuid, uuid, int, public.vat_basis)
  TO geldstroom_app, geldstroom_verifier;
GRANT EXECUTE ON FUNCTION ledger.check_new_entry(), ledger.check_entry(uuid, bigint) TO geldstroom_app;
