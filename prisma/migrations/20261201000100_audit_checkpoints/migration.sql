-- The audit log is signed for as the journals are: how many lines there are, and the Merkle root over what each of them says.

-- Which log it is: what was signed of another installation, or of this one before it began anew, says nothing about it.
CREATE TABLE "audit_log" (
    "only_row" BOOLEAN NOT NULL DEFAULT true,
    "id" UUID NOT NULL DEFAULT uuidv7(),

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("only_row")
);
INSERT INTO audit_log DEFAULT VALUES;
ALTER TABLE audit_log ADD CONSTRAINT audit_log_one CHECK (only_row);
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
GRANT SELECT ON audit_log TO geldstroom_app, geldstroom_verifier;

CREATE TABLE "audit_checkpoint" (
    "size" BIGINT NOT NULL,
    "root_hash" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "since" BIGINT,
    "consistency" BYTEA,

    CONSTRAINT "audit_checkpoint_pkey" PRIMARY KEY ("size","signed_at")
);

ALTER TABLE audit_checkpoint
  ADD CONSTRAINT audit_checkpoint_size CHECK (size >= 1),
  ADD CONSTRAINT audit_checkpoint_root CHECK (length(root_hash) = 32),
  ADD CONSTRAINT audit_checkpoint_goes_on CHECK ((since IS NULL) = (consistency IS NULL)
    AND since < size AND length(consistency) % 32 = 0);
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
ALTER TABLE audit_checkpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_checkpoint FORCE ROW LEVEL SECURITY;
CREATE POLICY verifier_reads ON audit_checkpoint FOR SELECT TO geldstroom_verifier USING (true);
CREATE POLICY reads ON audit_checkpoint FOR SELECT USING ((SELECT security.scope()) <> 'none');
CREATE POLICY appends ON audit_checkpoint FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');
GRANT SELECT, INSERT ON audit_checkpoint TO geldstroom_app;
GRANT SELECT ON audit_checkpoint TO geldstroom_verifier;

-- What was signed reads alike, of a journal or of the log, which stands where a programme would.
CREATE VIEW signed_checkpoint WITH (security_invoker = true) AS
  SELECT c.programme_id, c.size, c.root_hash, c.signed_at, c.key_id, c.signature, c.since, c.consistency FROM checkpoint c
  UNION ALL
  SELECT l.id, a.size, a.root_hash, a.signed_at, a.key_id, a.signature, a.since, a.consistency
    FROM audit_log l CROSS JOIN audit_checkpoint a;
GRANT SELECT ON signed_checkpoint TO geldstroom_app, geldstroom_verifier;

-- Whoever checks the ledgers checks the log too.
CREATE POLICY verifier_reads ON audit_event FOR SELECT TO geldstroom_verifier USING (true);
GRANT SELECT ON audit_event TO geldstroom_verifier;

-- The last line of which none before it is still being written: lines get their number before they are committed, so those
-- who are writing are waited for, and who comes after gets a higher number. For a moment nothing can be written; where that
-- takes long, it is tried again another time.
CREATE FUNCTION security.last_audit_line() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '2s' AS $$
BEGIN
  IF security.scope() <> 'system' THEN
    RAISE EXCEPTION 'not_allowed: the audit log is signed by the system' USING ERRCODE = 'GS006';
  END IF;
  LOCK TABLE public.audit_event IN SHARE MODE;
  RETURN (SELECT max(v.id) FROM public.audit_event v);
END $$;
REVOKE EXECUTE ON FUNCTION security.last_audit_line() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.last_audit_line() TO geldstroom_app;
