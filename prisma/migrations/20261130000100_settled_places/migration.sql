-- Whether a batch has to do with a settlement was asked of every settlement of every programme, once for each posting: with
-- 461 settlements half of the time of a batch. It is asked of the places and entries of the batch itself now.
CREATE OR REPLACE FUNCTION ledger.check_settlements() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE bad record;
BEGIN
  -- Nothing here settles or reopens, and no place of it ever was settled: this keeps large batches of other entries cheap.
  IF NOT EXISTS (SELECT 1 FROM (SELECT DISTINCT n.programme_id, n.entry_seq FROM new_postings n) d
        JOIN public.entry t ON t.programme_id = d.programme_id AND t.seq = d.entry_seq AND t.kind IN ('settled', 'settlement_reopened'))
    AND NOT EXISTS (SELECT 1 FROM (SELECT DISTINCT n.programme_id, n.account_id FROM new_postings n) d
        JOIN public.account a ON a.programme_id = d.programme_id AND a.id = d.account_id
        JOIN public.allocation l ON l.programme_id = a.programme_id AND l.tranche_id = a.tranche_id AND l.theme_id = a.theme_id
         AND l.area_id = a.area_id
        JOIN public.entry t ON t.programme_id = l.programme_id AND t.allocation_id = l.id
         AND t.kind IN ('settled', 'settlement_reopened')) THEN
    RETURN NULL;
  END IF;

  SELECT n.entry_seq, e.kind INTO bad FROM new_postings n
    JOIN public.account a ON a.programme_id = n.programme_id AND a.id = n.account_id
    JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.entry_seq
   WHERE a.book <> 'cash' AND (a.programme_id, a.tranche_id, a.theme_id, a.area_id) IN (SELECT l.programme_id, l.tranche_id, l.theme_id, l.area_id
       FROM public.entry t JOIN public.allocation l ON l.programme_id = t.programme_id AND l.id = t.allocation_id
      WHERE t.kind IN ('settled', 'settlement_reopened'))
     AND (ledger.settlement_before(n.programme_id, a.tranche_id, a.theme_id, a.area_id, n.entry_seq) IS NOT DISTINCT FROM 'settled')
         IS DISTINCT FROM (e.kind = 'settlement_reopened')
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'settled: entry % (%) is about an allocation that is settled, or reopens one that is not', bad.entry_seq, bad.kind
      USING ERRCODE = 'GS013';
  END IF;

  -- A settlement closes: nothing is left to spend or to claim, and it is what was spent. A reopening undoes it whole.
  SELECT p.kind, p.entry_seq INTO bad
    FROM (SELECT DISTINCT n.entry_seq, e.kind, a.programme_id, a.tranche_id, a.theme_id, a.area_id FROM new_postings n
            JOIN public.account a ON a.programme_id = n.programme_id AND a.id = n.account_id
            JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.entry_seq
           WHERE e.kind IN ('settled', 'settlement_reopened')) p
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'allocated'), 0) AS awarded,
             coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'to_spend'), 0) AS to_spend,
             coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'entitlement'), 0) AS entitlement,
             coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'spent'), 0) AS spent,
             coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'settled'), 0) AS settled
        FROM public.account a JOIN public.account_balance b ON b.account_id = a.id
       WHERE a.programme_id = p.programme_id AND a.tranche_id = p.tranche_id AND a.theme_id = p.theme_id AND a.area_id = p.area_id) s
   WHERE CASE WHEN p.kind = 'settled' THEN s.to_spend <> 0 OR s.entitlement <> 0 OR s.settled <> -s.spent
         ELSE s.settled <> 0 OR s.entitlement <> -s.awarded OR s.to_spend <> s.awarded - s.spent END LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'settlement_differs: entry % (%) does not close what is awarded and spent', bad.entry_seq, bad.kind USING ERRCODE = 'GS014';
  END IF;

  -- After a settlement money moves towards what is settled, and not past it.
  SELECT n.entry_seq, e.kind INTO bad FROM new_postings n
    JOIN public.account a ON a.programme_id = n.programme_id AND a.id = n.account_id AND a.kind = 'advanced'
    JOIN public.entry e ON e.programme_id = n.programme_id AND e.seq = n.entry_seq
    JOIN public.account_balance b ON b.account_id = a.id
    CROSS JOIN LATERAL (SELECT -coalesce(sum(x.balance_cents), 0) AS settled FROM public.account c
        JOIN public.account_balance x ON x.account_id = c.id
       WHERE c.programme_id = a.programme_id AND c.tranche_id = a.tranche_id AND c.theme_id = a.theme_id AND c.area_id = a.area_id
         AND c.kind = 'settled') s
   WHERE (a.programme_id, a.tranche_id, a.theme_id, a.area_id) IN (SELECT l.programme_id, l.tranche_id, l.theme_id, l.area_id
       FROM public.entry t JOIN public.allocation l ON l.programme_id = t.programme_id AND l.id = t.allocation_id
      WHERE t.kind IN ('settled', 'settlement_reopened'))
     AND ledger.settlement_before(a.programme_id, a.tranche_id, a.theme_id, a.area_id, n.entry_seq) = 'settled'
     AND CASE WHEN n.amount_cents > 0 THEN b.balance_cents > s.settled ELSE b.balance_cents < s.settled END LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'settled: entry % (%) moves money past what is settled', bad.entry_seq, bad.kind USING ERRCODE = 'GS013';
  END IF;
  RETURN NULL;
END $$;
