-- What a regulation says about money that is not spent in its year (doorschuiven). Reference data: read by all, written by
-- who loads the figures. No rule here means that nothing is known to allow it.

CREATE TABLE "carry_over_rule" (
    "tranche_id" UUID NOT NULL,
    "share_percent" INTEGER,
    "next_year_only" BOOLEAN NOT NULL,
    "last_year" INTEGER,
    "legal_source" TEXT NOT NULL,

    CONSTRAINT "carry_over_rule_pkey" PRIMARY KEY ("tranche_id")
);
ALTER TABLE "carry_over_rule" ADD CONSTRAINT "carry_over_rule_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "tranche"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE carry_over_rule
  ADD CONSTRAINT carry_over_rule_share CHECK (share_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT carry_over_rule_source_given CHECK (length(btrim(legal_source)) > 0);
ALTER TABLE carry_over_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE carry_over_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON carry_over_rule FOR SELECT USING (true);
CREATE POLICY loads ON carry_over_rule FOR ALL USING ((SELECT security.scope()) = 'system');
GRANT SELECT ON carry_over_rule TO geldstroom_app, geldstroom_verifier;
