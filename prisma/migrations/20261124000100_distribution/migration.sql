-- Distribution keys (verdeelsleutels): versioned rules, dated inputs with their source, and runs that can be repeated. Append-only.

CREATE TYPE "distribution_grain" AS ENUM ('municipality', 'area');

CREATE TABLE "distribution_key" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "distribution_key_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "distribution_key_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "definition_hash" TEXT NOT NULL,
    "legal_source" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "distribution_key_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "distribution_input" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "grain" "distribution_grain" NOT NULL,
    "source" TEXT NOT NULL,
    "source_on" DATE NOT NULL,
    "values" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "distribution_input_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "distribution_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "recipients" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,
    "pots" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "result_hash" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "distribution_run_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "distribution_key_programme_id_idx" ON "distribution_key"("programme_id");

CREATE UNIQUE INDEX "distribution_key_stream_id_name_key" ON "distribution_key"("stream_id", "name");

CREATE UNIQUE INDEX "distribution_key_id_stream_id_key" ON "distribution_key"("id", "stream_id");

CREATE UNIQUE INDEX "distribution_key_version_key_id_version_key" ON "distribution_key_version"("key_id", "version");

CREATE UNIQUE INDEX "distribution_key_version_id_key_id_key" ON "distribution_key_version"("id", "key_id");

CREATE INDEX "distribution_input_stream_id_name_idx" ON "distribution_input"("stream_id", "name");

CREATE INDEX "distribution_run_key_id_idx" ON "distribution_run"("key_id");

ALTER TABLE "distribution_key" ADD CONSTRAINT "distribution_key_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "distribution_key" ADD CONSTRAINT "distribution_key_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "distribution_key" ADD CONSTRAINT "distribution_key_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "distribution_key_version" ADD CONSTRAINT "distribution_key_version_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "distribution_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "distribution_key_version" ADD CONSTRAINT "distribution_key_version_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "distribution_input" ADD CONSTRAINT "distribution_input_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "distribution_input" ADD CONSTRAINT "distribution_input_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "distribution_input" ADD CONSTRAINT "distribution_input_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "distribution_run" ADD CONSTRAINT "distribution_run_key_id_stream_id_fkey" FOREIGN KEY ("key_id", "stream_id") REFERENCES "distribution_key"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "distribution_run" ADD CONSTRAINT "distribution_run_version_id_key_id_fkey" FOREIGN KEY ("version_id", "key_id") REFERENCES "distribution_key_version"("id", "key_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "distribution_run" ADD CONSTRAINT "distribution_run_tranche_id_stream_id_fkey" FOREIGN KEY ("tranche_id", "stream_id") REFERENCES "tranche"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "distribution_run" ADD CONSTRAINT "distribution_run_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE distribution_key ADD CONSTRAINT distribution_key_named CHECK (length(btrim(name)) > 0);
ALTER TABLE distribution_key_version ADD CONSTRAINT distribution_key_version_counts CHECK (version > 0);
ALTER TABLE distribution_key_version ADD CONSTRAINT distribution_key_version_sourced
  CHECK (length(btrim(legal_source)) > 0 AND length(btrim(reason)) > 0);
ALTER TABLE distribution_key_version ADD CONSTRAINT distribution_key_version_hash CHECK (definition_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE distribution_input ADD CONSTRAINT distribution_input_sourced
  CHECK (length(btrim(name)) > 0 AND length(btrim(source)) > 0);
ALTER TABLE distribution_input ADD CONSTRAINT distribution_input_values CHECK (jsonb_typeof("values") = 'object' AND "values" <> '{}');
ALTER TABLE distribution_run ADD CONSTRAINT distribution_run_hash CHECK (result_hash ~ '^[0-9a-f]{64}$');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['distribution_key', 'distribution_key_version', 'distribution_input', 'distribution_run']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY verifier_reads ON %I FOR SELECT TO geldstroom_verifier USING (true)', t);
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.reads_all()))', t);
    EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %1$I
      FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO geldstroom_app', t);
    EXECUTE format('GRANT SELECT ON %I TO geldstroom_verifier', t);
  END LOOP;
END $$;

-- Only the ministry that owns the stream writes, under the name of who acts; what was published has no author and comes with the data.
CREATE POLICY enters ON distribution_key FOR INSERT WITH CHECK (security.writes_stream(stream_id)
  AND ((SELECT security.scope()) = 'system' OR created_by = (SELECT security.person_id())));
CREATE POLICY enters ON distribution_input FOR INSERT WITH CHECK (security.writes_stream(stream_id)
  AND ((SELECT security.scope()) = 'system' OR created_by = (SELECT security.person_id())));
CREATE POLICY enters ON distribution_run FOR INSERT WITH CHECK (security.writes_stream(stream_id)
  AND ((SELECT security.scope()) = 'system' OR created_by = (SELECT security.person_id())));
CREATE POLICY enters ON distribution_key_version FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM distribution_key k WHERE k.id = key_id AND security.writes_stream(k.stream_id))
  AND ((SELECT security.scope()) = 'system' OR created_by = (SELECT security.person_id())));

-- Versions follow each other: nothing is skipped, and what is there cannot be entered under.
CREATE FUNCTION security.guard_key_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE newest int;
BEGIN
  SELECT coalesce(max(v.version), 0) INTO newest FROM public.distribution_key_version v WHERE v.key_id = NEW.key_id;
  IF NEW.version <> newest + 1 THEN
    RAISE EXCEPTION 'stale: version % of this key does not follow %', NEW.version, newest USING ERRCODE = 'GS009';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION security.guard_key_version() FROM PUBLIC;
CREATE TRIGGER distribution_key_version_follows BEFORE INSERT ON distribution_key_version
  FOR EACH ROW EXECUTE FUNCTION security.guard_key_version();
