-- The journal by account and month: what every account was moved by, per month that the fact is about and month in which it
-- was recorded. A question "valid on D, as known at T" adds up whole months and reads only the entries of the two months that
-- D and T break. Derived from the entries, kept in their transaction, rebuilt by ledger.rebuild_months, and held against the
-- entries by ledger:verify. Months of recording are those of UTC: they only divide the work.
CREATE TABLE "account_month" (
    "account_id" BIGINT NOT NULL,
    "effective_month" DATE NOT NULL,
    "recorded_month" DATE NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID,
    "amount_cents" BIGINT NOT NULL,
    "posting_count" BIGINT NOT NULL,
    "entry_count" BIGINT NOT NULL,

    CONSTRAINT "account_month_pkey" PRIMARY KEY ("account_id","effective_month","recorded_month","kind")
);
CREATE INDEX "account_month_programme_id_recorded_month_idx" ON "account_month"("programme_id", "recorded_month");
CREATE INDEX "account_month_programme_id_effective_month_idx" ON "account_month"("programme_id", "effective_month");
-- A cell is changed far more often than it is made: room on its page, so that its indexes need not be touched.
ALTER TABLE account_month SET (fillfactor = 70);

-- Entries of a broken month are read from these indexes alone; row-level security reads municipality_id there too.
DROP INDEX "entry_programme_id_recorded_at_idx";
CREATE INDEX "entry_recorded" ON "entry"("programme_id", "recorded_at", "seq", "effective_on", "kind", "stream_id", "municipality_id");
DROP INDEX "entry_programme_id_effective_on_idx";
CREATE INDEX "entry_effective" ON "entry"("programme_id", "effective_on", "seq", "recorded_at", "kind", "stream_id", "municipality_id");
-- What one account was moved by, in the order of the chain.
DROP INDEX "posting_account_id_idx";
CREATE INDEX "posting_account_id_entry_seq_idx" ON "posting"("account_id", "entry_seq");
-- The entries of one municipality or of one kind, the last word about one allocation, and what corrects an entry.
CREATE INDEX "entry_programme_id_municipality_id_seq_idx" ON "entry"("programme_id", "municipality_id", "seq");
CREATE INDEX "entry_programme_id_kind_seq_idx" ON "entry"("programme_id", "kind", "seq");
CREATE INDEX entry_changes ON entry (allocation_id) WHERE kind IN ('revised', 'withdrawn');
CREATE INDEX entry_corrects ON entry (programme_id, corrects_seq) WHERE corrects_seq IS NOT NULL;
DROP INDEX "entry_allocation_id_idx";
CREATE INDEX "entry_allocation_id_seq_idx" ON "entry"("allocation_id", "seq");

ALTER TABLE account_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_month FORCE ROW LEVEL SECURITY;
CREATE POLICY verifier_reads ON account_month FOR SELECT TO geldstroom_verifier USING (true);
CREATE POLICY reads ON account_month FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND (municipality_id IS NULL OR municipality_id = ANY ((SELECT security.organisations())::uuid[]))));
CREATE POLICY appends ON account_month FOR INSERT WITH CHECK ((SELECT security.scope()) IN ('ministry', 'system'));
CREATE POLICY moves ON account_month FOR UPDATE USING ((SELECT security.scope()) IN ('ministry', 'system'));
CREATE POLICY rebuilds ON account_month FOR DELETE USING ((SELECT security.scope()) = 'system');
GRANT SELECT ON account_month TO geldstroom_app, geldstroom_verifier;

-- An entry is counted once: in the cell of its first line.
CREATE FUNCTION ledger.keep_months() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off SET plan_cache_mode = auto AS $$
DECLARE many boolean;
BEGIN
  many := (SELECT count(*) FROM (SELECT FROM new_postings LIMIT 50) x) = 50;
  IF many THEN PERFORM set_config('plan_cache_mode', 'force_custom_plan', true); END IF;
  INSERT INTO public.account_month AS m (account_id, effective_month, recorded_month, kind, programme_id, municipality_id,
      amount_cents, posting_count, entry_count)
  SELECT n.account_id, date_trunc('month', e.effective_on::timestamp)::date, date_trunc('month', e.recorded_at AT TIME ZONE 'UTC')::date,
      e.kind, n.programme_id, n.municipality_id, sum(n.amount_cents)::bigint, count(*), count(*) FILTER (WHERE n.line = 1)
    FROM new_postings n JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.entry_seq
   WHERE many IS NOT NULL
   GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4
  ON CONFLICT (account_id, effective_month, recorded_month, kind) DO UPDATE
    SET amount_cents = m.amount_cents + EXCLUDED.amount_cents, posting_count = m.posting_count + EXCLUDED.posting_count,
        entry_count = m.entry_count + EXCLUDED.entry_count;
  RETURN NULL;
END $$;
CREATE TRIGGER posting_months AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.keep_months();

-- What the cells of a programme have to be; ledger:verify and the rebuild read the same.
CREATE VIEW ledger.months_of_entries WITH (security_invoker = true) AS
  SELECT p.programme_id, p.account_id, date_trunc('month', e.effective_on::timestamp)::date AS effective_month,
      date_trunc('month', e.recorded_at AT TIME ZONE 'UTC')::date AS recorded_month, e.kind, p.municipality_id,
      sum(p.amount_cents)::bigint AS amount_cents, count(*) AS posting_count, count(*) FILTER (WHERE p.line = 1) AS entry_count,
      min(p.entry_seq) AS first_seq
    FROM public.posting p JOIN public.entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
   GROUP BY p.programme_id, p.account_id, 3, 4, e.kind, p.municipality_id;
GRANT SELECT ON ledger.months_of_entries TO geldstroom_app, geldstroom_verifier;

-- For the owner, in the context of the system: makes the cells of a programme anew from its entries. Appends wait for it.
CREATE FUNCTION ledger.rebuild_months(programme uuid) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, ledger AS $$
DECLARE made bigint;
BEGIN
  IF security.scope() <> 'system' AND row_security_active('public.entry') THEN
    RAISE EXCEPTION 'not_allowed: the months are rebuilt in the context of the system' USING ERRCODE = 'GS006';
  END IF;
  PERFORM 1 FROM public.ledger_head WHERE programme_id = programme FOR UPDATE;
  DELETE FROM public.account_month WHERE programme_id = programme;
  INSERT INTO public.account_month (account_id, effective_month, recorded_month, kind, programme_id, municipality_id,
      amount_cents, posting_count, entry_count)
  SELECT v.account_id, v.effective_month, v.recorded_month, v.kind, v.programme_id, v.municipality_id, v.amount_cents,
      v.posting_count, v.entry_count FROM ledger.months_of_entries v WHERE v.programme_id = programme
   ORDER BY v.recorded_month, v.effective_month, v.account_id;
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION ledger.keep_months(), ledger.rebuild_months(uuid) FROM PUBLIC;

-- For journals that are there already. Nobody is asking here, so the owner's own row-level security is lifted for as long as
-- this migration, which holds the tables to itself, takes.
ALTER TABLE entry NO FORCE ROW LEVEL SECURITY;
ALTER TABLE posting NO FORCE ROW LEVEL SECURITY;
ALTER TABLE account_month NO FORCE ROW LEVEL SECURITY;
INSERT INTO account_month (account_id, effective_month, recorded_month, kind, programme_id, municipality_id, amount_cents,
    posting_count, entry_count)
SELECT account_id, effective_month, recorded_month, kind, programme_id, municipality_id, amount_cents, posting_count, entry_count
  FROM ledger.months_of_entries;
ALTER TABLE entry FORCE ROW LEVEL SECURITY;
ALTER TABLE posting FORCE ROW LEVEL SECURITY;
ALTER TABLE account_month FORCE ROW LEVEL SECURITY;
