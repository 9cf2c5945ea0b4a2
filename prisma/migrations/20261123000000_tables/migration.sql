-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "claim_status" AS ENUM ('reserved', 'announced', 'made_available', 'proposed', 'requested', 'awarded', 'paid');

-- CreateEnum
CREATE TYPE "claim_precision" AS ENUM ('exact', 'as_published', 'rounded', 'circa', 'more_than', 'almost');

-- CreateEnum
CREATE TYPE "claim_grain" AS ENUM ('programme', 'stream', 'stream_tranche', 'municipalities_together', 'areas_together', 'municipality', 'area', 'project', 'per_area_or_municipality', 'per_unit');

-- CreateEnum
CREATE TYPE "area_match" AS ENUM ('in_area', 'likely', 'partial', 'unknown', 'outside', 'not_applicable');

-- CreateEnum
CREATE TYPE "claim_link_kind" AS ENUM ('amount_of', 'replaces', 'part_of', 'overlaps');

-- CreateEnum
CREATE TYPE "conflict_kind" AS ENUM ('source_conflict', 'finding');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('ceiling', 'unallocated', 'allocated', 'entitlement', 'to_spend', 'spent');

-- CreateEnum
CREATE TYPE "book" AS ENUM ('commitment', 'cash', 'accountability');

-- CreateEnum
CREATE TYPE "entry_kind" AS ENUM ('ceiling_set', 'ceiling_revised', 'allocated', 'revised', 'withdrawn', 'spent', 'spend_corrected');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('ministry', 'municipality', 'audit_body', 'operator');

-- CreateEnum
CREATE TYPE "role_name" AS ENUM ('officer', 'approver', 'coordinator', 'signer', 'auditor', 'administrator');

-- CreateEnum
CREATE TYPE "proposal_kind" AS ENUM ('ceiling', 'allocation', 'revision', 'withdrawal');

-- CreateEnum
CREATE TYPE "proposal_status" AS ENUM ('draft', 'proposed', 'returned', 'approved', 'cancelled');

-- CreateEnum
CREATE TYPE "approval_outcome" AS ENUM ('approved', 'returned');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('draft', 'submitted', 'signed', 'returned', 'accepted');

-- CreateEnum
CREATE TYPE "earmark" AS ENUM ('exclusive', 'priority', 'share_of_national', 'unknown');

-- CreateEnum
CREATE TYPE "recipient_grain" AS ENUM ('municipality', 'area', 'project', 'school_board', 'ambiguous', 'unknown');

-- CreateEnum
CREATE TYPE "vat_basis" AS ENUM ('gross', 'net_of_bcf', 'excluding_vat', 'not_stated');

-- CreateEnum
CREATE TYPE "instrument" AS ENUM ('specific_grant', 'subsidy', 'decentralisation_grant', 'special_fund_grant', 'unknown');

-- CreateEnum
CREATE TYPE "stream_role" AS ENUM ('owner', 'donor');

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "published_on" DATE,
    "published_text" TEXT,
    "address" TEXT,
    "content" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "stream_id" UUID,
    "tranche_id" UUID,
    "source_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "place" TEXT,
    "quote" TEXT,
    "amount_cents" BIGINT,
    "units" BIGINT,
    "unit_cents" BIGINT,
    "unit_name" TEXT,
    "band_low_cents" BIGINT,
    "band_high_cents" BIGINT,
    "status_verb" TEXT,
    "status" "claim_status" NOT NULL,
    "precision" "claim_precision" NOT NULL,
    "precision_text" TEXT,
    "grain" "claim_grain" NOT NULL,
    "vat_basis" "vat_basis" NOT NULL DEFAULT 'not_stated',
    "vat_text" TEXT,
    "period_text" TEXT,
    "published_on" DATE,
    "published_text" TEXT,
    "municipality_id" UUID,
    "recipient_name" TEXT,
    "recipient_code" TEXT,
    "area_id" UUID,
    "area_match" "area_match" NOT NULL DEFAULT 'not_applicable',
    "area_match_text" TEXT,
    "project" TEXT,
    "note" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_link" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "claim_link_kind" NOT NULL,
    "overlap_cents" BIGINT,
    "note" TEXT,

    CONSTRAINT "claim_link_pkey" PRIMARY KEY ("from_id","to_id","kind")
);

-- CreateTable
CREATE TABLE "source_conflict" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "check_code" TEXT NOT NULL,
    "kind" "conflict_kind" NOT NULL,
    "severity" "severity" NOT NULL,
    "place" TEXT,
    "title_nl" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "text_nl" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "treatment_nl" TEXT,
    "treatment_en" TEXT,

    CONSTRAINT "source_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict_claim" (
    "conflict_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "conflict_claim_pkey" PRIMARY KEY ("conflict_id","claim_id")
);

-- CreateTable
CREATE TABLE "conflict_decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "conflict_id" UUID NOT NULL,
    "reading_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conflict_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" BIGSERIAL NOT NULL,
    "programme_id" UUID NOT NULL,
    "book" "book" NOT NULL,
    "kind" "account_kind" NOT NULL,
    "stream_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "theme_id" UUID,
    "municipality_id" UUID,
    "area_id" UUID,
    "key" TEXT NOT NULL,
    "year" INTEGER,
    "vat_basis" "vat_basis" NOT NULL DEFAULT 'gross',

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_balance" (
    "account_id" BIGINT NOT NULL,
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID,
    "balance_cents" BIGINT NOT NULL DEFAULT 0,
    "posting_count" BIGINT NOT NULL DEFAULT 0,
    "floor_cents" BIGINT,

    CONSTRAINT "account_balance_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "entry" (
    "programme_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "municipality_id" UUID,
    "allocation_id" UUID,
    "proposal_id" UUID,
    "report_id" UUID,
    "corrects_seq" BIGINT,
    "decision_number" TEXT,
    "decision_on" DATE,
    "legal_source" TEXT,
    "reason" TEXT NOT NULL,
    "posting_count" INTEGER NOT NULL,
    "debit_cents" BIGINT NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("programme_id","seq")
);

-- CreateTable
CREATE TABLE "posting" (
    "programme_id" UUID NOT NULL,
    "entry_seq" BIGINT NOT NULL,
    "line" INTEGER NOT NULL,
    "account_id" BIGINT NOT NULL,
    "municipality_id" UUID,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("programme_id","entry_seq","line")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "programme_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("programme_id")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "programme_id" UUID NOT NULL,
    "size" BIGINT NOT NULL,
    "root_hash" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("programme_id","size","signed_at")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "organisation_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "abbreviation" TEXT,
    "official_name" TEXT NOT NULL,
    "preferred_name" TEXT NOT NULL,
    "tooi_uri" TEXT,
    "province" TEXT,
    "is_g4" BOOLEAN NOT NULL DEFAULT false,
    "budget_chapter" TEXT,
    "budget_chapter_status" TEXT,
    "note" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "point_status" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "is_practice" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name_nl" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "horizon_from" INTEGER NOT NULL,
    "horizon_to" INTEGER NOT NULL,
    "is_practice" BOOLEAN NOT NULL DEFAULT false,
    "practice_seed" TEXT,
    "number_prefix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_participant" (
    "programme_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "wave" INTEGER,
    "in_leaflet" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "programme_participant_pkey" PRIMARY KEY ("programme_id","organisation_id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "wave" INTEGER,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "point_status" TEXT,
    "boundary_status" TEXT,
    "source" TEXT,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "is_practice" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "oidc_issuer" TEXT,
    "oidc_subject" TEXT,
    "disabled_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT CURRENT_DATE,
    "ended_at" TIMESTAMPTZ(6),
    "granted_by" UUID,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "end_reason" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "programme_id" UUID,
    "municipality_id" UUID,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "origin" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "person_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "stream_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decision_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "proposal_kind" NOT NULL,
    "status" "proposal_status" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "stream_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "theme_id" UUID,
    "municipality_id" UUID,
    "area_id" UUID,
    "allocation_id" UUID,
    "claim_id" UUID,
    "decision_number" TEXT,
    "decision_on" DATE,
    "decision_cents" BIGINT,
    "effective_on" DATE NOT NULL,
    "legal_source" TEXT,
    "reason" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_line" (
    "proposal_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "proposal_line_pkey" PRIMARY KEY ("proposal_id","year")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposal_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "shown" JSONB NOT NULL,
    "outcome" "approval_outcome" NOT NULL,
    "reason" TEXT,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_window" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "tranche_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "periods" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "reporting_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "window_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "status" "report_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "content_hash" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_line" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "spent_cents" BIGINT,
    "correction_cents" BIGINT,
    "correction_note" TEXT,
    "forecast_cents" BIGINT,
    "explanation" TEXT,

    CONSTRAINT "report_line_pkey" PRIMARY KEY ("report_id","area_id","theme_id")
);

-- CreateTable
CREATE TABLE "report_result" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "value" BIGINT,
    "note" TEXT,

    CONSTRAINT "report_result_pkey" PRIMARY KEY ("report_id","indicator_id")
);

-- CreateTable
CREATE TABLE "report_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT,
    "content_hash" TEXT,
    "content" JSONB,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stream" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "leaflet_note" INTEGER,
    "position" INTEGER NOT NULL,
    "short_name" TEXT NOT NULL,
    "official_name" TEXT NOT NULL,
    "name_in_leaflet" TEXT,
    "instrument" "instrument" NOT NULL,
    "instrument_text" TEXT,
    "earmark" "earmark" NOT NULL,
    "earmark_text" TEXT,
    "recipient_grain" "recipient_grain" NOT NULL,
    "recipient_text" TEXT,
    "vat_basis" "vat_basis" NOT NULL DEFAULT 'not_stated',
    "ministry_text" TEXT,
    "budget_label" TEXT,
    "legal_basis" TEXT,
    "legal_reference" TEXT,
    "period_text" TEXT,
    "distribution_text" TEXT,
    "cofinancing_text" TEXT,
    "carry_over_text" TEXT,
    "sisa_code" TEXT,
    "evidence" TEXT,
    "source_text" TEXT,

    CONSTRAINT "stream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stream_ministry" (
    "stream_id" UUID NOT NULL,
    "ministry_id" UUID NOT NULL,
    "role" "stream_role" NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '2020-01-01'::date,
    "valid_to" DATE,

    CONSTRAINT "stream_ministry_pkey" PRIMARY KEY ("stream_id","ministry_id","role","valid_from")
);

-- CreateTable
CREATE TABLE "tranche" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "first_year" INTEGER,
    "last_year" INTEGER,
    "opens_on" DATE,
    "closes_on" DATE,
    "note" TEXT,

    CONSTRAINT "tranche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_nl" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "stream_id" UUID,
    "code" TEXT NOT NULL,
    "name_nl" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "unit_nl" TEXT NOT NULL,
    "unit_en" TEXT NOT NULL,
    "target" BIGINT,
    "target_text" TEXT,
    "source_id" UUID,
    "place" TEXT,
    "note" TEXT,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "source_programme_id_code_key" ON "source"("programme_id", "code");

-- CreateIndex
CREATE INDEX "claim_programme_id_stream_id_idx" ON "claim"("programme_id", "stream_id");

-- CreateIndex
CREATE INDEX "claim_municipality_id_idx" ON "claim"("municipality_id");

-- CreateIndex
CREATE INDEX "claim_area_id_idx" ON "claim"("area_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_programme_id_code_key" ON "claim"("programme_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "source_conflict_programme_id_code_key" ON "source_conflict"("programme_id", "code");

-- CreateIndex
CREATE INDEX "conflict_decision_conflict_id_decided_at_idx" ON "conflict_decision"("conflict_id", "decided_at");

-- CreateIndex
CREATE INDEX "account_programme_id_stream_id_kind_idx" ON "account"("programme_id", "stream_id", "kind");

-- CreateIndex
CREATE INDEX "account_programme_id_municipality_id_kind_idx" ON "account"("programme_id", "municipality_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "account_programme_id_id_key" ON "account"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "account_programme_id_key_key" ON "account"("programme_id", "key");

-- CreateIndex
CREATE INDEX "account_balance_programme_id_idx" ON "account_balance"("programme_id");

-- CreateIndex
CREATE INDEX "entry_programme_id_recorded_at_idx" ON "entry"("programme_id", "recorded_at");

-- CreateIndex
CREATE INDEX "entry_programme_id_effective_on_idx" ON "entry"("programme_id", "effective_on");

-- CreateIndex
CREATE INDEX "entry_allocation_id_idx" ON "entry"("allocation_id");

-- CreateIndex
CREATE INDEX "entry_proposal_id_idx" ON "entry"("proposal_id");

-- CreateIndex
CREATE INDEX "entry_report_id_idx" ON "entry"("report_id");

-- CreateIndex
CREATE INDEX "posting_account_id_idx" ON "posting"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_key" ON "organisation"("code");

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_key" ON "programme"("code");

-- CreateIndex
CREATE INDEX "programme_participant_organisation_id_idx" ON "programme_participant"("organisation_id");

-- CreateIndex
CREATE INDEX "area_municipality_id_idx" ON "area"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "area_programme_id_code_key" ON "area"("programme_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "area_id_municipality_id_key" ON "area"("id", "municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "user_account_person_id_idx" ON "user_account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_oidc_issuer_oidc_subject_key" ON "user_account"("oidc_issuer", "oidc_subject");

-- CreateIndex
CREATE INDEX "role_assignment_person_id_idx" ON "role_assignment"("person_id");

-- CreateIndex
CREATE INDEX "user_session_account_id_idx" ON "user_session"("account_id");

-- CreateIndex
CREATE INDEX "audit_event_programme_id_at_idx" ON "audit_event"("programme_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_subject_kind_subject_id_idx" ON "audit_event"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_event_person_id_at_idx" ON "audit_event"("person_id", "at");

-- CreateIndex
CREATE INDEX "allocation_programme_id_municipality_id_idx" ON "allocation"("programme_id", "municipality_id");

-- CreateIndex
CREATE INDEX "allocation_programme_id_stream_id_idx" ON "allocation"("programme_id", "stream_id");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_programme_id_number_key" ON "allocation"("programme_id", "number");

-- CreateIndex
CREATE INDEX "proposal_programme_id_status_idx" ON "proposal"("programme_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_programme_id_number_key" ON "proposal"("programme_id", "number");

-- CreateIndex
CREATE INDEX "approval_proposal_id_idx" ON "approval"("proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_window_programme_id_code_key" ON "reporting_window"("programme_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "report_number_key" ON "report"("number");

-- CreateIndex
CREATE UNIQUE INDEX "report_window_id_municipality_id_key" ON "report"("window_id", "municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_id_municipality_id_key" ON "report"("id", "municipality_id");

-- CreateIndex
CREATE INDEX "report_event_report_id_at_idx" ON "report_event"("report_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "stream_programme_id_code_key" ON "stream"("programme_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "stream_programme_id_id_key" ON "stream"("programme_id", "id");

-- CreateIndex
CREATE INDEX "stream_ministry_ministry_id_idx" ON "stream_ministry"("ministry_id");

-- CreateIndex
CREATE UNIQUE INDEX "tranche_stream_id_code_key" ON "tranche"("stream_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "tranche_id_stream_id_key" ON "tranche"("id", "stream_id");

-- CreateIndex
CREATE UNIQUE INDEX "theme_stream_id_code_key" ON "theme"("stream_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "theme_id_stream_id_key" ON "theme"("id", "stream_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_programme_id_code_key" ON "indicator"("programme_id", "code");

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "tranche"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_conflict" ADD CONSTRAINT "source_conflict_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_claim" ADD CONSTRAINT "conflict_claim_conflict_id_fkey" FOREIGN KEY ("conflict_id") REFERENCES "source_conflict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_claim" ADD CONSTRAINT "conflict_claim_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_decision" ADD CONSTRAINT "conflict_decision_conflict_id_fkey" FOREIGN KEY ("conflict_id") REFERENCES "source_conflict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_decision" ADD CONSTRAINT "conflict_decision_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_tranche_id_stream_id_fkey" FOREIGN KEY ("tranche_id", "stream_id") REFERENCES "tranche"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_theme_id_stream_id_fkey" FOREIGN KEY ("theme_id", "stream_id") REFERENCES "theme"("id", "stream_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account_balance" ADD CONSTRAINT "account_balance_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_allocation_id_fkey" FOREIGN KEY ("allocation_id") REFERENCES "allocation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_programme_id_corrects_seq_fkey" FOREIGN KEY ("programme_id", "corrects_seq") REFERENCES "entry"("programme_id", "seq") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_programme_id_entry_seq_fkey" FOREIGN KEY ("programme_id", "entry_seq") REFERENCES "entry"("programme_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_programme_id_account_id_fkey" FOREIGN KEY ("programme_id", "account_id") REFERENCES "account"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_head" ADD CONSTRAINT "ledger_head_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_participant" ADD CONSTRAINT "programme_participant_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_participant" ADD CONSTRAINT "programme_participant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_tranche_id_stream_id_fkey" FOREIGN KEY ("tranche_id", "stream_id") REFERENCES "tranche"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_theme_id_stream_id_fkey" FOREIGN KEY ("theme_id", "stream_id") REFERENCES "theme"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_tranche_id_stream_id_fkey" FOREIGN KEY ("tranche_id", "stream_id") REFERENCES "tranche"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_theme_id_stream_id_fkey" FOREIGN KEY ("theme_id", "stream_id") REFERENCES "theme"("id", "stream_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_allocation_id_fkey" FOREIGN KEY ("allocation_id") REFERENCES "allocation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_line" ADD CONSTRAINT "proposal_line_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_window" ADD CONSTRAINT "reporting_window_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_window" ADD CONSTRAINT "reporting_window_programme_id_stream_id_fkey" FOREIGN KEY ("programme_id", "stream_id") REFERENCES "stream"("programme_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_window" ADD CONSTRAINT "reporting_window_tranche_id_stream_id_fkey" FOREIGN KEY ("tranche_id", "stream_id") REFERENCES "tranche"("id", "stream_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_window_id_fkey" FOREIGN KEY ("window_id") REFERENCES "reporting_window"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_line" ADD CONSTRAINT "report_line_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_line" ADD CONSTRAINT "report_line_area_id_municipality_id_fkey" FOREIGN KEY ("area_id", "municipality_id") REFERENCES "area"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_line" ADD CONSTRAINT "report_line_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_result" ADD CONSTRAINT "report_result_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_result" ADD CONSTRAINT "report_result_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_event" ADD CONSTRAINT "report_event_report_id_municipality_id_fkey" FOREIGN KEY ("report_id", "municipality_id") REFERENCES "report"("id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_event" ADD CONSTRAINT "report_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream" ADD CONSTRAINT "stream_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_ministry" ADD CONSTRAINT "stream_ministry_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_ministry" ADD CONSTRAINT "stream_ministry_ministry_id_fkey" FOREIGN KEY ("ministry_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tranche" ADD CONSTRAINT "tranche_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

