-- The cash book's guards. An advance moves money from the treasury to what is advanced on one allocation's place; a recovery
-- moves it back. Advanced money has no year: what was paid in one year can come back in another.

ALTER TABLE account DROP CONSTRAINT account_kind_in_book;
ALTER TABLE account ADD CONSTRAINT account_kind_in_book CHECK (book = CASE
  WHEN kind IN ('ceiling', 'unallocated', 'allocated') THEN 'commitment'::book
  WHEN kind IN ('advanced', 'treasury') THEN 'cash'::book
  ELSE 'accountability'::book END);
ALTER TABLE account ADD CONSTRAINT account_advanced_without_year CHECK (kind <> 'advanced' OR year IS NULL);

-- What is advanced never goes below zero (a recovery is never more than what was paid); the treasury has no floor.
CREATE FUNCTION ledger.treasury_has_no_floor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (SELECT a.kind FROM public.account a WHERE a.id = NEW.account_id) = 'treasury' THEN NEW.floor_cents := NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_balance_treasury BEFORE INSERT ON account_balance
  FOR EACH ROW EXECUTE FUNCTION ledger.treasury_has_no_floor();

-- Never more advanced than awarded, whichever of the two changes. The head of the chain is held to commit, so no other
-- append comes between this look and the commit.
CREATE FUNCTION ledger.check_advances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE over record;
BEGIN
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
   WHERE d.balance_cents > w.awarded LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'above_award: % cents would be advanced on an award of %', over.advanced, over.awarded USING ERRCODE = 'GS012';
  END IF;
  RETURN NULL;
END $$;
-- After posting_balances (by name), so that it sees the balances of this statement.
CREATE TRIGGER posting_never_above_award AFTER INSERT ON posting REFERENCING NEW TABLE AS new_postings
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_advances();
REVOKE EXECUTE ON FUNCTION ledger.treasury_has_no_floor(), ledger.check_advances() FROM PUBLIC;
CREATE INDEX account_place_idx ON account (programme_id, tranche_id, theme_id, area_id, kind);
