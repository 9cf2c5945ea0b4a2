-- The number of every decision about an allocation and about money paid on it, in order, without reading an entry that names the
-- same again. The kinds are in the predicate: row-level security lets no comparison of an enum use an index.
CREATE INDEX entry_award_numbers ON entry (allocation_id, decision_number, seq)
  WHERE decision_number IS NOT NULL AND kind IN ('allocated', 'revised', 'withdrawn', 'reallocated');
CREATE INDEX entry_cash_numbers ON entry (allocation_id, decision_number, seq)
  WHERE decision_number IS NOT NULL AND kind IN ('advanced', 'recovered');
