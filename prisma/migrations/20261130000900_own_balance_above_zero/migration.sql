-- What was spent up to a day is never less than nothing: the form refuses it, and so does the table.
ALTER TABLE own_balance ADD CONSTRAINT own_balance_above_zero CHECK (stated_cents >= 0);
