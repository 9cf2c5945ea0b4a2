-- Roots of whole subtrees of each journal's Merkle tree, so that a proof reads a few rows and not the journal; written by
-- what signs a checkpoint, which has just read every entry. And with each checkpoint the proof that it goes on from the
-- one before it.

CREATE TABLE "merkle_node" (
    "programme_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "place" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "merkle_node_pkey" PRIMARY KEY ("programme_id","level","place")
);

ALTER TABLE "merkle_node" ADD CONSTRAINT "merkle_node_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "checkpoint" ADD COLUMN "since" BIGINT, ADD COLUMN "consistency" BYTEA;

ALTER TABLE merkle_node ADD CONSTRAINT merkle_node_whole CHECK (level >= 8 AND place >= 0 AND length(hash) = 32);
ALTER TABLE checkpoint ADD CONSTRAINT checkpoint_goes_on CHECK ((since IS NULL) = (consistency IS NULL)
  AND (since IS NULL OR (since BETWEEN 1 AND size AND length(consistency) % 32 = 0)));

CREATE TRIGGER merkle_node_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON merkle_node
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
ALTER TABLE merkle_node ENABLE ROW LEVEL SECURITY;
ALTER TABLE merkle_node FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON merkle_node FOR SELECT USING ((SELECT security.reads_all()));
CREATE POLICY appends ON merkle_node FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');
CREATE POLICY verifier_reads ON merkle_node FOR SELECT TO geldstroom_verifier USING (true);
GRANT SELECT, INSERT ON merkle_node TO geldstroom_app;
GRANT SELECT ON merkle_node TO geldstroom_verifier;
