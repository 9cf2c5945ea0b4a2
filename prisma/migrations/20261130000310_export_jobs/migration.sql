-- Exports that the worker makes: asked for by a person, seen by that person alone, kept for a week, and a mail when ready.

CREATE TYPE "export_state" AS ENUM ('queued', 'running', 'done', 'failed', 'expired');

CREATE TABLE "export_job" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "proved" BOOLEAN NOT NULL,
    "question" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "state" "export_state" NOT NULL DEFAULT 'queued',
    "expected" BIGINT,
    "rows" BIGINT NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "file_name" TEXT,
    "sha256" TEXT,
    "error" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6),

    CONSTRAINT "export_job_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "export_piece" (
    "job_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "export_piece_pkey" PRIMARY KEY ("job_id","part")
);

CREATE INDEX "export_job_person_id_programme_id_requested_at_idx" ON "export_job"("person_id", "programme_id", "requested_at");

ALTER TABLE "export_job" ADD CONSTRAINT "export_job_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "export_job" ADD CONSTRAINT "export_job_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "export_piece" ADD CONSTRAINT "export_piece_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "export_job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE export_job
  ADD CONSTRAINT export_job_language CHECK (language IN ('nl', 'en')),
  ADD CONSTRAINT export_job_done CHECK (state <> 'done' OR (sha256 IS NOT NULL AND file_name IS NOT NULL AND finished_at IS NOT NULL)),
  ADD CONSTRAINT export_job_failed CHECK ((state = 'failed') = (error IS NOT NULL));

-- What is already made is compressed, and is read from the middle: kept as it is.
ALTER TABLE export_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE export_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_job FORCE ROW LEVEL SECURITY;
ALTER TABLE export_piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_piece FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON export_job FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.signed_in()) AND person_id = (SELECT security.person_id())));
CREATE POLICY asks ON export_job FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.signed_in()) AND person_id = (SELECT security.person_id()) AND state = 'queued'));
CREATE POLICY moves ON export_job FOR UPDATE USING ((SELECT security.scope()) = 'system');
CREATE POLICY reads ON export_piece FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR EXISTS (SELECT 1 FROM export_job j WHERE j.id = job_id AND j.state = 'done'));
CREATE POLICY writes ON export_piece FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');
CREATE POLICY sweeps ON export_piece FOR DELETE USING ((SELECT security.scope()) = 'system');
GRANT SELECT, INSERT ON export_job TO geldstroom_app;
GRANT UPDATE (state, expected, rows, bytes, file_name, sha256, error, finished_at, expires_at) ON export_job TO geldstroom_app;
GRANT SELECT, INSERT, DELETE ON export_piece TO geldstroom_app;

-- What was asked stays as it was asked; only how far it is moves.
CREATE FUNCTION security.guard_export_job() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF (NEW.id, NEW.programme_id, NEW.person_id, NEW.kind, NEW.format, NEW.proved, NEW.question, NEW.language, NEW.requested_at)
      IS DISTINCT FROM (OLD.id, OLD.programme_id, OLD.person_id, OLD.kind, OLD.format, OLD.proved, OLD.question, OLD.language, OLD.requested_at)
    OR (OLD.state = 'done' AND (NEW.state NOT IN ('done', 'expired') OR NEW.sha256 IS DISTINCT FROM OLD.sha256)) THEN
    RAISE EXCEPTION 'append_only: an export stays as it was asked for and made' USING ERRCODE = 'GS001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER export_job_stays BEFORE UPDATE ON export_job FOR EACH ROW EXECUTE FUNCTION security.guard_export_job();
CREATE TRIGGER export_job_no_delete BEFORE DELETE OR TRUNCATE ON export_job
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
REVOKE EXECUTE ON FUNCTION security.guard_export_job() FROM PUBLIC;

-- A mail that an export is ready is about no window.
ALTER TABLE "mail" ALTER COLUMN "stream_id" DROP NOT NULL, ALTER COLUMN "window_id" DROP NOT NULL,
  ALTER COLUMN "municipality_id" DROP NOT NULL;
ALTER TABLE mail DROP CONSTRAINT mail_kind_known,
  ADD CONSTRAINT mail_kind_known CHECK (kind IN ('before_due', 'just_before_due', 'after_due', 'before_closing', 'export_ready')),
  ADD CONSTRAINT mail_about CHECK (kind = 'export_ready' OR (stream_id IS NOT NULL AND window_id IS NOT NULL AND municipality_id IS NOT NULL));
