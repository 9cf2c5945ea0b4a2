-- A question of an earlier moment does not know a reporting window that was made later. Of windows that were there already
-- nobody knows since when: they were always there.
ALTER TABLE "reporting_window" ADD COLUMN "created_at" TIMESTAMPTZ(6);
ALTER TABLE "reporting_window" ALTER COLUMN "created_at" SET DEFAULT CURRENT_TIMESTAMP;
