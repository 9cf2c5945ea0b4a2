-- A decision names its document, and may state gross, the part that goes to the VAT compensation fund (BCF) and net. They
-- are one amount on linked bases: never added together. What is proposed obeys the bridge; a draft may be half done.

ALTER TABLE "proposal" ADD COLUMN "gross_cents" BIGINT, ADD COLUMN "bcf_cents" BIGINT, ADD COLUMN "decision_document" TEXT;

ALTER TABLE proposal ADD CONSTRAINT proposal_bases CHECK (status IN ('draft', 'cancelled')
  OR (gross_cents IS NULL AND bcf_cents IS NULL) OR (gross_cents - bcf_cents = decision_cents) IS TRUE);
