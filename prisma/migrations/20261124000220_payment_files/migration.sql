-- Payment files of a ministry: what was read from them, until it became a batch, and which columns its csv has.

CREATE TABLE "payment_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "ministry_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "batch_id" UUID,

    CONSTRAINT "payment_file_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "payment_file_programme_id_ministry_id_sha256_key" ON "payment_file"("programme_id", "ministry_id", "sha256");
ALTER TABLE "payment_file" ADD CONSTRAINT "payment_file_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_file" ADD CONSTRAINT "payment_file_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_file" ADD CONSTRAINT "payment_file_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_file" ADD CONSTRAINT "payment_file_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "payment_mapping" (
    "ministry_id" UUID NOT NULL,
    "columns" JSONB NOT NULL,

    CONSTRAINT "payment_mapping_pkey" PRIMARY KEY ("ministry_id")
);
ALTER TABLE "payment_mapping" ADD CONSTRAINT "payment_mapping_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['payment_file', 'payment_mapping'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY ministry ON %I FOR ALL USING ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'ministry' AND ministry_id = ANY ((SELECT security.organisations())::uuid[])))$p$, t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON payment_file, payment_mapping TO geldstroom_app;

-- A file is read once; afterwards only its batch is filled in, once.
CREATE FUNCTION security.guard_payment_file() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.batch_id IS NOT NULL OR (NEW.id, NEW.sha256, NEW.lines, NEW.created_by, NEW.name, NEW.format)
      IS DISTINCT FROM (OLD.id, OLD.sha256, OLD.lines, OLD.created_by, OLD.name, OLD.format) THEN
    RAISE EXCEPTION 'append_only: a payment file stays as it was read' USING ERRCODE = 'GS001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_file_once BEFORE UPDATE ON payment_file FOR EACH ROW EXECUTE FUNCTION security.guard_payment_file();
REVOKE EXECUTE ON FUNCTION security.guard_payment_file() FROM PUBLIC;
