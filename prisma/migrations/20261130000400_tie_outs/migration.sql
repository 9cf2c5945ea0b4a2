-- External files held against the ledger: the file as it came, which column is what, and what an auditor said about a row.
-- Append-only; for ministries and auditors.

CREATE TYPE "tie_out_kind" AS ENUM ('register', 'payment', 'sisa');
CREATE TYPE "tie_out_action" AS ENUM ('joined', 'parted', 'released');

CREATE TABLE "tie_out" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "kind" "tie_out_kind" NOT NULL,
    "year" INTEGER,
    "subject" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "grid" JSONB NOT NULL,
    "tolerance_cents" BIGINT NOT NULL,
    "valid_on" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(6) NOT NULL,
    "known_seq" BIGINT NOT NULL,
    "head_seq" BIGINT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tie_out_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "tie_out_programme_id_kind_source_idx" ON "tie_out"("programme_id", "kind", "source");
CREATE UNIQUE INDEX "tie_out_same_question" ON "tie_out"("programme_id", "subject", "sha256", "source", "tolerance_cents", "valid_on", "known_seq", "head_seq");
CREATE UNIQUE INDEX "tie_out_id_programme_id_key" ON "tie_out"("id", "programme_id");

CREATE TABLE "tie_out_columns" (
    "tie_out_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "columns" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tie_out_columns_pkey" PRIMARY KEY ("tie_out_id", "version")
);

CREATE TABLE "tie_out_decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tie_out_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "action" "tie_out_action" NOT NULL,
    "unit" TEXT,
    "reason" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tie_out_decision_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "tie_out_decision_tie_out_id_at_idx" ON "tie_out_decision"("tie_out_id", "at");

ALTER TABLE "tie_out" ADD CONSTRAINT "tie_out_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie_out" ADD CONSTRAINT "tie_out_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie_out_columns" ADD CONSTRAINT "tie_out_columns_tie_out_id_programme_id_fkey" FOREIGN KEY ("tie_out_id", "programme_id") REFERENCES "tie_out"("id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie_out_columns" ADD CONSTRAINT "tie_out_columns_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie_out_decision" ADD CONSTRAINT "tie_out_decision_tie_out_id_programme_id_fkey" FOREIGN KEY ("tie_out_id", "programme_id") REFERENCES "tie_out"("id", "programme_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tie_out_decision" ADD CONSTRAINT "tie_out_decision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE tie_out
  ADD CONSTRAINT tie_out_subject CHECK (subject = kind::text || coalesce('-' || year::text, '')),
  ADD CONSTRAINT tie_out_year CHECK ((kind = 'sisa') = (year IS NOT NULL)),
  ADD CONSTRAINT tie_out_source CHECK (length(btrim(source)) > 0),
  ADD CONSTRAINT tie_out_sha256 CHECK (sha256 = encode(sha256(content), 'hex')),
  ADD CONSTRAINT tie_out_size CHECK (byte_size = octet_length(content) AND byte_size <= 10485760),
  ADD CONSTRAINT tie_out_tolerance CHECK (tolerance_cents >= 0);
ALTER TABLE tie_out_decision
  ADD CONSTRAINT tie_out_decision_says CHECK ((action = 'joined') = (unit IS NOT NULL) AND length(btrim(reason)) > 0);

-- Nothing of the future is known, and when something was said is not for whoever says it to choose. The same file is brought
-- twice when it is held against the same entries in the same way: with other dates, or after other entries, it is another question.
CREATE FUNCTION security.stamp_tie_out() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.created_at := clock_timestamp();
  NEW.known_at := least(NEW.known_at, NEW.created_at);
  SELECT coalesce(max(e.seq) FILTER (WHERE e.recorded_at <= NEW.known_at), 0), coalesce(max(e.seq), 0)
    INTO NEW.known_seq, NEW.head_seq
    FROM ((SELECT x.seq, x.recorded_at FROM public.entry x WHERE x.programme_id = NEW.programme_id ORDER BY x.seq DESC LIMIT 1)
      UNION ALL (SELECT x.seq, x.recorded_at FROM public.entry x WHERE x.programme_id = NEW.programme_id
        AND x.recorded_at <= NEW.known_at ORDER BY x.recorded_at DESC LIMIT 1)) e;
  RETURN NEW;
END $$;
CREATE TRIGGER tie_out_stamped BEFORE INSERT ON tie_out FOR EACH ROW EXECUTE FUNCTION security.stamp_tie_out();
CREATE FUNCTION security.stamp_tie_out_decision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER tie_out_decision_stamped BEFORE INSERT ON tie_out_decision
  FOR EACH ROW EXECUTE FUNCTION security.stamp_tie_out_decision();

-- Versions follow each other.
CREATE FUNCTION security.guard_tie_out_columns() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE last integer;
BEGIN
  NEW.created_at := clock_timestamp();
  SELECT coalesce(max(c.version), 0) INTO last FROM public.tie_out_columns c WHERE c.tie_out_id = NEW.tie_out_id;
  IF NEW.version <> last + 1 THEN
    RAISE EXCEPTION 'stale: version % does not follow %', NEW.version, last USING ERRCODE = 'GS009';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tie_out_columns_follows BEFORE INSERT ON tie_out_columns
  FOR EACH ROW EXECUTE FUNCTION security.guard_tie_out_columns();
REVOKE EXECUTE ON FUNCTION security.stamp_tie_out(), security.stamp_tie_out_decision(), security.guard_tie_out_columns() FROM PUBLIC;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tie_out', 'tie_out_columns', 'tie_out_decision'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()', t || '_append_only', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY verifier_reads ON %I FOR SELECT TO geldstroom_verifier USING (true)', t);
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.reads_all()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['tie_out', 'tie_out_columns'] LOOP
    EXECUTE format($p$CREATE POLICY brings ON %I FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) IN ('audit', 'ministry') AND created_by = (SELECT security.person_id())))$p$, t);
  END LOOP;
END $$;
-- What belongs together is said by an auditor.
CREATE POLICY judges ON tie_out_decision FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'audit' AND person_id = (SELECT security.person_id())));
GRANT SELECT, INSERT ON tie_out, tie_out_columns, tie_out_decision TO geldstroom_app;
GRANT SELECT ON tie_out, tie_out_columns, tie_out_decision TO geldstroom_verifier;
