-- Until when somebody has seen what changed: one's own mark, and nobody else's business.

CREATE TABLE "last_looked" (
    "person_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "last_looked_pkey" PRIMARY KEY ("person_id","programme_id")
);
ALTER TABLE "last_looked" ADD CONSTRAINT "last_looked_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "last_looked" ADD CONSTRAINT "last_looked_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE last_looked ENABLE ROW LEVEL SECURITY;
ALTER TABLE last_looked FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON last_looked FOR ALL USING (person_id = (SELECT security.person_id()));
GRANT SELECT, INSERT, UPDATE ON last_looked TO geldstroom_app;
