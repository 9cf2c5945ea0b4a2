-- When somebody of a municipality last opened its page, and when they did so in the visit before: what came in since that
-- visit is new to them. Kept by itself for each municipality. The marks so far said neither which municipality nor which visit.

TRUNCATE last_looked;
ALTER TABLE "last_looked" DROP CONSTRAINT "last_looked_pkey",
ADD COLUMN "municipality_id" UUID NOT NULL,
ADD COLUMN "previous_at" TIMESTAMPTZ(6),
ADD CONSTRAINT "last_looked_pkey" PRIMARY KEY ("person_id", "programme_id", "municipality_id");
ALTER TABLE "last_looked" ADD CONSTRAINT "last_looked_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE last_looked ADD CONSTRAINT last_looked_in_order CHECK (previous_at < at);

-- One's own visits, to a municipality of one's own.
DROP POLICY own ON last_looked;
CREATE POLICY own ON last_looked FOR ALL USING (person_id = (SELECT security.person_id()))
  WITH CHECK (person_id = (SELECT security.person_id()) AND (SELECT security.scope()) = 'municipality'
    AND municipality_id = ANY ((SELECT security.organisations())::uuid[]));
