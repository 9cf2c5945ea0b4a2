-- Who has a report open now: of no value after a minute, so it is not written to the log of the database, and a crash
-- may lose it.

CREATE UNLOGGED TABLE "report_presence" (
    "report_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_presence_pkey" PRIMARY KEY ("report_id","person_id")
);

ALTER TABLE "report_presence" ADD CONSTRAINT "report_presence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "report_presence" ADD CONSTRAINT "report_presence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "report_presence" ADD CONSTRAINT "report_presence_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A beat changes a row in its place.
ALTER TABLE report_presence SET (fillfactor = 50);
ALTER TABLE report_presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_presence FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON report_presence TO geldstroom_app;

-- Colleagues see each other, and nobody writes somebody else down; what is over may be cleared away by any of them.
CREATE POLICY reads ON report_presence FOR SELECT
  USING (organisation_id = ANY ((SELECT security.organisations())::uuid[]));
CREATE POLICY comes ON report_presence FOR INSERT WITH CHECK (person_id = (SELECT security.person_id())
  AND organisation_id = ANY ((SELECT security.organisations())::uuid[])
  AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
CREATE POLICY stays ON report_presence FOR UPDATE USING (person_id = (SELECT security.person_id()))
  WITH CHECK (person_id = (SELECT security.person_id())
    AND organisation_id = ANY ((SELECT security.organisations())::uuid[]));
CREATE POLICY leaves ON report_presence FOR DELETE USING (person_id = (SELECT security.person_id())
  OR (organisation_id = ANY ((SELECT security.organisations())::uuid[]) AND seen_at < now() - interval '10 minutes'));
