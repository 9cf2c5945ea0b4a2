-- Claims are registered by people, with their document; a decision on a conflict takes two of them.

ALTER TABLE "source" ADD COLUMN "registered_by" UUID, ADD COLUMN "registered_at" TIMESTAMPTZ(6);
ALTER TABLE "claim" ADD COLUMN "registered_by" UUID, ADD COLUMN "registered_at" TIMESTAMPTZ(6);
ALTER TABLE "claim_link" ADD COLUMN "registered_by" UUID, ADD COLUMN "registered_at" TIMESTAMPTZ(6);
ALTER TABLE "source_conflict" ADD COLUMN "found_at" TIMESTAMPTZ(6);
ALTER TABLE "conflict_decision" ADD COLUMN "proposal_id" UUID, ADD COLUMN "content_hash" TEXT;

CREATE TABLE "source_document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "attached_by" UUID NOT NULL,
    "attached_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "claim_link_withdrawal" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "claim_link_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_by" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_link_withdrawal_pkey" PRIMARY KEY ("from_id","to_id","kind")
);
CREATE TABLE "conflict_proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "conflict_id" UUID NOT NULL,
    "reading_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conflict_proposal_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "conflict_return" (
    "proposal_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "returned_by" UUID NOT NULL,
    "returned_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conflict_return_pkey" PRIMARY KEY ("proposal_id")
);
CREATE UNIQUE INDEX "source_document_source_id_sha256_key" ON "source_document"("source_id", "sha256");
CREATE INDEX "conflict_proposal_conflict_id_proposed_at_idx" ON "conflict_proposal"("conflict_id", "proposed_at");
CREATE UNIQUE INDEX "conflict_decision_proposal_id_key" ON "conflict_decision"("proposal_id");

ALTER TABLE "source" ADD CONSTRAINT "source_registered_by_fkey" FOREIGN KEY ("registered_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "claim" ADD CONSTRAINT "claim_registered_by_fkey" FOREIGN KEY ("registered_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_registered_by_fkey" FOREIGN KEY ("registered_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "source_document" ADD CONSTRAINT "source_document_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_document" ADD CONSTRAINT "source_document_attached_by_fkey" FOREIGN KEY ("attached_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_link_withdrawal" ADD CONSTRAINT "claim_link_withdrawal_from_id_to_id_kind_fkey" FOREIGN KEY ("from_id", "to_id", "kind") REFERENCES "claim_link"("from_id", "to_id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_link_withdrawal" ADD CONSTRAINT "claim_link_withdrawal_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "conflict_proposal" ADD CONSTRAINT "conflict_proposal_conflict_id_fkey" FOREIGN KEY ("conflict_id") REFERENCES "source_conflict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "conflict_proposal" ADD CONSTRAINT "conflict_proposal_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "conflict_return" ADD CONSTRAINT "conflict_return_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "conflict_proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "conflict_return" ADD CONSTRAINT "conflict_return_returned_by_fkey" FOREIGN KEY ("returned_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "conflict_decision" ADD CONSTRAINT "conflict_decision_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "conflict_proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE source_document
  ADD CONSTRAINT source_document_whole CHECK (byte_size = octet_length(content) AND byte_size BETWEEN 1 AND 26214400),
  ADD CONSTRAINT source_document_sha256 CHECK (sha256 = encode(sha256(content), 'hex')),
  ADD CONSTRAINT source_document_type CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));
ALTER TABLE conflict_proposal ADD CONSTRAINT conflict_proposal_reason CHECK (length(btrim(reason)) > 0);
ALTER TABLE conflict_return ADD CONSTRAINT conflict_return_reason CHECK (length(btrim(reason)) > 0);
ALTER TABLE claim_link_withdrawal ADD CONSTRAINT claim_link_withdrawal_reason CHECK (length(btrim(reason)) > 0);
ALTER TABLE claim ADD CONSTRAINT claim_registered_whole CHECK ((registered_by IS NULL) = (registered_at IS NULL));
-- What a person registers says something: an amount, or a rule.
ALTER TABLE claim ADD CONSTRAINT claim_registered_figure CHECK (registered_by IS NULL OR amount_cents IS NOT NULL OR (units IS NOT NULL AND unit_cents IS NOT NULL));

-- Agreeing takes a second person, and binds to exactly what was proposed. One proposal at a time per conflict.
CREATE FUNCTION security.guard_conflict_proposal() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('conflict ' || NEW.conflict_id::text, 13));
  IF EXISTS (SELECT 1 FROM public.conflict_proposal p WHERE p.conflict_id = NEW.conflict_id
      AND NOT EXISTS (SELECT 1 FROM public.conflict_decision d WHERE d.proposal_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM public.conflict_return r WHERE r.proposal_id = p.id)) THEN
    RAISE EXCEPTION 'stale: a decision on this conflict is already proposed' USING ERRCODE = 'GS009';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conflict_proposal_one_open BEFORE INSERT ON conflict_proposal
  FOR EACH ROW EXECUTE FUNCTION security.guard_conflict_proposal();

CREATE FUNCTION security.guard_conflict_decision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE p public.conflict_proposal;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('conflict ' || NEW.conflict_id::text, 13));
  SELECT * INTO p FROM public.conflict_proposal c WHERE c.id = NEW.proposal_id AND c.conflict_id = NEW.conflict_id;
  IF p.id IS NULL THEN
    RAISE EXCEPTION 'not_approved: a decision agrees to a proposed one' USING ERRCODE = 'GS005';
  END IF;
  IF p.proposed_by = NEW.decided_by THEN
    RAISE EXCEPTION 'four_eyes: who proposed it cannot agree to it' USING ERRCODE = 'GS008';
  END IF;
  IF (p.reading_code, p.reason, p.content_hash) IS DISTINCT FROM (NEW.reading_code, NEW.reason, NEW.content_hash) THEN
    RAISE EXCEPTION 'stale: agreed to something else than was proposed' USING ERRCODE = 'GS009';
  END IF;
  IF EXISTS (SELECT 1 FROM public.conflict_return r WHERE r.proposal_id = p.id) THEN
    RAISE EXCEPTION 'not_open: the proposed decision was returned' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conflict_decision_four_eyes BEFORE INSERT ON conflict_decision
  FOR EACH ROW EXECUTE FUNCTION security.guard_conflict_decision();

CREATE FUNCTION security.guard_conflict_return() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('conflict ' || (SELECT p.conflict_id::text FROM public.conflict_proposal p
    WHERE p.id = NEW.proposal_id), 13));
  IF EXISTS (SELECT 1 FROM public.conflict_decision d WHERE d.proposal_id = NEW.proposal_id) THEN
    RAISE EXCEPTION 'not_open: the proposed decision was agreed to' USING ERRCODE = 'GS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conflict_return_open BEFORE INSERT ON conflict_return
  FOR EACH ROW EXECUTE FUNCTION security.guard_conflict_return();
REVOKE EXECUTE ON FUNCTION security.guard_conflict_proposal(), security.guard_conflict_decision(),
  security.guard_conflict_return() FROM PUBLIC;

-- Whether an organisation of who asks is in the programme.
CREATE FUNCTION security.takes_part(programme uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM public.programme_participant p WHERE p.programme_id = programme
    AND p.organisation_id = ANY ((SELECT security.organisations())::uuid[]))
$$;
REVOKE EXECUTE ON FUNCTION security.takes_part(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.takes_part(uuid) TO geldstroom_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['claim', 'claim_link', 'claim_link_withdrawal', 'source_document', 'conflict_proposal', 'conflict_return']
  LOOP
    EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %1$I
      FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['source', 'claim', 'claim_link', 'claim_link_withdrawal', 'source_document', 'conflict_proposal', 'conflict_return']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY loads ON %I FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system')$p$, t);
  END LOOP;
  -- What was published is everybody's to read.
  FOREACH t IN ARRAY ARRAY['source', 'claim', 'claim_link', 'claim_link_withdrawal']
  LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['source_document', 'conflict_proposal', 'conflict_return']
  LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.reads_all()))', t);
  END LOOP;
END $$;

CREATE POLICY registers ON source FOR INSERT WITH CHECK ((SELECT security.scope()) = 'ministry'
  AND registered_by = (SELECT security.person_id()) AND security.takes_part(programme_id));
CREATE POLICY registers ON claim FOR INSERT WITH CHECK ((SELECT security.scope()) = 'ministry'
  AND registered_by = (SELECT security.person_id()) AND security.takes_part(programme_id));
CREATE POLICY registers ON claim_link FOR INSERT WITH CHECK ((SELECT security.scope()) = 'ministry'
  AND registered_by = (SELECT security.person_id())
  AND EXISTS (SELECT 1 FROM claim f JOIN claim g ON g.programme_id = f.programme_id
    WHERE f.id = from_id AND g.id = to_id AND security.takes_part(f.programme_id)));
CREATE POLICY withdraws ON claim_link_withdrawal FOR INSERT WITH CHECK ((SELECT security.scope()) = 'ministry'
  AND withdrawn_by = (SELECT security.person_id())
  AND EXISTS (SELECT 1 FROM claim f WHERE f.id = from_id AND security.takes_part(f.programme_id)));
CREATE POLICY attaches ON source_document FOR INSERT WITH CHECK ((SELECT security.scope()) = 'ministry'
  AND attached_by = (SELECT security.person_id())
  AND EXISTS (SELECT 1 FROM source s WHERE s.id = source_id AND security.takes_part(s.programme_id)));
CREATE POLICY proposes ON conflict_proposal FOR INSERT WITH CHECK ((SELECT security.scope()) = 'ministry'
  AND proposed_by = (SELECT security.person_id())
  AND EXISTS (SELECT 1 FROM source_conflict c WHERE c.id = conflict_id AND security.takes_part(c.programme_id)));
CREATE POLICY returns ON conflict_return FOR INSERT WITH CHECK ((SELECT security.scope()) = 'ministry'
  AND returned_by = (SELECT security.person_id())
  AND EXISTS (SELECT 1 FROM conflict_proposal p JOIN source_conflict c ON c.id = p.conflict_id
    WHERE p.id = proposal_id AND security.takes_part(c.programme_id)));

-- A conflict that the application finds is added to the register with the claims it rests on.
ALTER TABLE source_conflict ENABLE ROW LEVEL SECURITY;
ALTER TABLE source_conflict FORCE ROW LEVEL SECURITY;
ALTER TABLE conflict_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE conflict_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON source_conflict FOR SELECT USING (true);
CREATE POLICY reads ON conflict_claim FOR SELECT USING (true);
CREATE POLICY finds ON source_conflict FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND found_at IS NOT NULL AND security.takes_part(programme_id)));
CREATE POLICY finds ON conflict_claim FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND EXISTS (SELECT 1 FROM source_conflict c WHERE c.id = conflict_id
    AND c.found_at IS NOT NULL AND security.takes_part(c.programme_id))));

GRANT SELECT, INSERT ON source_document, claim_link_withdrawal, conflict_proposal, conflict_return TO geldstroom_app;
GRANT INSERT ON source, claim, claim_link, source_conflict, conflict_claim TO geldstroom_app;
GRANT SELECT ON claim_link_withdrawal TO geldstroom_verifier;
