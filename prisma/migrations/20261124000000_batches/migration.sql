-- Many proposals entered at once: a batch (verzamelvoorstel). Its lines are ordinary proposals, so every guard of a proposal
-- holds for each of them.

CREATE TYPE "batch_origin" AS ENUM ('grid', 'workbook', 'key', 'scenario', 'reallocation');

CREATE TABLE "batch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "origin" "batch_origin" NOT NULL,
    "together" BOOLEAN NOT NULL DEFAULT false,
    "source" JSONB NOT NULL DEFAULT '{}',
    "content_hash" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "batch_programme_id_number_key" ON "batch"("programme_id", "number");
ALTER TABLE "batch" ADD CONSTRAINT "batch_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "batch" ADD CONSTRAINT "batch_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "proposal" ADD COLUMN "batch_id" UUID, ADD COLUMN "batch_line" INTEGER;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX "proposal_batch_id_batch_line_key" ON "proposal"("batch_id", "batch_line");

ALTER TABLE batch ADD CONSTRAINT batch_named CHECK (length(btrim(name)) > 0);
ALTER TABLE proposal ADD CONSTRAINT proposal_batch_place CHECK ((batch_id IS NULL) = (batch_line IS NULL));

ALTER TABLE batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE batch FORCE ROW LEVEL SECURITY;
CREATE POLICY verifier_reads ON batch FOR SELECT TO geldstroom_verifier USING (true);
CREATE POLICY reads ON batch FOR SELECT USING ((SELECT security.reads_all()));
CREATE POLICY enters ON batch FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND created_by = (SELECT security.person_id())));
GRANT SELECT, INSERT ON batch TO geldstroom_app;
GRANT SELECT ON batch TO geldstroom_verifier;

CREATE TRIGGER batch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON batch
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

-- A proposal stays in the batch and on the line where it was entered.
CREATE FUNCTION security.guard_batch_line() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF (NEW.batch_id, NEW.batch_line) IS DISTINCT FROM (OLD.batch_id, OLD.batch_line) THEN
    RAISE EXCEPTION 'append_only: a proposal stays on its line of its batch' USING ERRCODE = 'GS001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_batch_line BEFORE UPDATE ON proposal FOR EACH ROW
  WHEN (NEW.batch_id IS DISTINCT FROM OLD.batch_id OR NEW.batch_line IS DISTINCT FROM OLD.batch_line)
  EXECUTE FUNCTION security.guard_batch_line();

-- What was entered to be decided together is approved together, whole, and a reallocation moves money without making any.
CREATE FUNCTION security.check_together() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE approved bigint; other bigint; total numeric; b public.batch;
BEGIN
  SELECT x.* INTO b FROM public.batch x WHERE x.id = NEW.batch_id;
  IF NOT b.together THEN RETURN NULL; END IF;
  SELECT count(DISTINCT p.id) FILTER (WHERE p.status = 'approved'), count(DISTINCT p.id) FILTER (WHERE p.status <> 'approved'),
      coalesce(sum(l.amount_cents), 0)
    INTO approved, other, total
    FROM public.proposal p LEFT JOIN public.proposal_line l ON l.proposal_id = p.id WHERE p.batch_id = NEW.batch_id;
  IF approved > 0 AND other > 0 THEN
    RAISE EXCEPTION 'together: the lines of batch % are approved together or not at all', b.number USING ERRCODE = 'GS011';
  END IF;
  IF approved > 0 AND b.origin = 'reallocation' AND total <> 0 THEN
    RAISE EXCEPTION 'together: reallocation % adds up to % cents instead of 0', b.number, total USING ERRCODE = 'GS011';
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION security.guard_batch_line(), security.check_together() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER proposal_together AFTER UPDATE OF status ON proposal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.batch_id IS NOT NULL AND NEW.status = 'approved') EXECUTE FUNCTION security.check_together();
