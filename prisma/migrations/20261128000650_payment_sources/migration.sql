-- The columns of a csv are kept for each source that a ministry gets its payments from, not once for the ministry.

ALTER TABLE "payment_mapping" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'Betaalsysteem';
ALTER TABLE "payment_mapping" ALTER COLUMN "source" DROP DEFAULT;
ALTER TABLE "payment_mapping" ADD COLUMN "used_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "payment_mapping" DROP CONSTRAINT "payment_mapping_pkey";
ALTER TABLE "payment_mapping" ADD CONSTRAINT "payment_mapping_pkey" PRIMARY KEY ("ministry_id", "source");
ALTER TABLE payment_mapping ADD CONSTRAINT payment_mapping_source CHECK (length(btrim(source)) BETWEEN 1 AND 60);
