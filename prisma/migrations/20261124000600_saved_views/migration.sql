-- The question of a list under a name, so that it can be asked again: of one person, or for colleagues of the same organisation.

CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_view_programme_id_list_subject_idx" ON "saved_view"("programme_id", "list", "subject");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE saved_view ADD CONSTRAINT saved_view_named CHECK (length(btrim(name)) BETWEEN 1 AND 60 AND length(query) <= 1000);
-- A name stands for one view of one person under one list, for as long as it is not removed.
CREATE UNIQUE INDEX saved_view_name ON saved_view (programme_id, person_id, list, subject, lower(name)) WHERE removed_at IS NULL;

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON saved_view FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR person_id = (SELECT security.person_id())
  OR (shared AND organisation_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY saves ON saved_view FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (person_id = (SELECT security.person_id()) AND organisation_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY removes ON saved_view FOR UPDATE USING (person_id = (SELECT security.person_id()));
-- Removing is a mark; nothing else of a view changes, and nothing is deleted.
GRANT SELECT, INSERT, UPDATE (removed_at) ON saved_view TO geldstroom_app;
