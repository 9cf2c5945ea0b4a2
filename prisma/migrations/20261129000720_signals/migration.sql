-- What auditors say about signals: append-only, and for auditors.

CREATE TYPE "signal_judgement" AS ENUM ('explained', 'watch', 'finding');

CREATE TABLE "signal_disposition" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "judgement" "signal_judgement" NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signal_disposition_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "signal_disposition_programme_id_key_decided_at_idx" ON "signal_disposition"("programme_id", "key", "decided_at");
ALTER TABLE "signal_disposition" ADD CONSTRAINT "signal_disposition_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "signal_disposition" ADD CONSTRAINT "signal_disposition_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE signal_disposition ADD CONSTRAINT signal_disposition_reason_given CHECK (length(btrim(reason)) > 0);
CREATE FUNCTION security.stamp_signal_disposition() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.decided_at := clock_timestamp();
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION security.stamp_signal_disposition() FROM PUBLIC;
CREATE TRIGGER signal_disposition_stamped BEFORE INSERT ON signal_disposition
  FOR EACH ROW EXECUTE FUNCTION security.stamp_signal_disposition();
CREATE TRIGGER signal_disposition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signal_disposition
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
ALTER TABLE signal_disposition ENABLE ROW LEVEL SECURITY;
ALTER TABLE signal_disposition FORCE ROW LEVEL SECURITY;
CREATE POLICY verifier_reads ON signal_disposition FOR SELECT TO geldstroom_verifier USING (true);
CREATE POLICY reads ON signal_disposition FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'system'));
CREATE POLICY judges ON signal_disposition FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND decided_by = (SELECT security.person_id())));
GRANT SELECT, INSERT ON signal_disposition TO geldstroom_app;
GRANT SELECT ON signal_disposition TO geldstroom_verifier;
