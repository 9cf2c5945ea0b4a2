-- Row-level security, enabled and forced: the owner is bound too. Contexts are read as (select ...), so once a query.

-- Four eyes is about people: SQL refuses what the application should never ask.
CREATE FUNCTION security.guard_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE p public.proposal;
BEGIN
  SELECT * INTO p FROM public.proposal WHERE id = NEW.proposal_id;
  IF NOT FOUND OR p.status <> 'proposed' THEN
    RAISE EXCEPTION 'not_open: only a proposal that is open can be decided' USING ERRCODE = 'GS007';
  END IF;
  IF NEW.person_id = p.created_by THEN
    RAISE EXCEPTION 'four_eyes: the person who entered a proposal cannot decide it' USING ERRCODE = 'GS008';
  END IF;
  IF NEW.version <> p.version OR NEW.content_hash <> p.content_hash THEN
    RAISE EXCEPTION 'stale: this is not the content that is proposed now' USING ERRCODE = 'GS009';
  END IF;
  IF NEW.outcome = 'returned' AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: a return needs a reason' USING ERRCODE = 'GS010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval_four_eyes BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION security.guard_approval();

-- Nobody signs or accepts what they themselves submitted; the signer does not accept.
CREATE FUNCTION security.guard_report_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.action IN ('signed', 'accepted') AND EXISTS (
    SELECT 1 FROM public.report_event o WHERE o.report_id = NEW.report_id AND o.version = NEW.version
      AND o.person_id = NEW.person_id AND o.action IN ('submitted', 'signed')) THEN
    RAISE EXCEPTION 'four_eyes: signing and accepting need another person' USING ERRCODE = 'GS008';
  END IF;
  IF NEW.action = 'returned' AND coalesce(btrim(NEW.reason), '') = '' THEN
    RAISE EXCEPTION 'reason_required: a return needs a reason' USING ERRCODE = 'GS010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_event_four_eyes BEFORE INSERT ON report_event FOR EACH ROW EXECUTE FUNCTION security.guard_report_event();

CREATE TRIGGER approval_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approval
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER report_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_event
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();
CREATE TRIGGER conflict_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conflict_decision
  FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change();

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA security FROM PUBLIC;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['entry', 'posting', 'account', 'account_balance', 'ledger_head', 'checkpoint', 'allocation',
    'proposal', 'proposal_line', 'approval', 'report', 'report_line', 'report_result', 'report_event', 'audit_event',
    'idempotency_key', 'person', 'user_account', 'user_session', 'role_assignment', 'conflict_decision']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  -- The verifier reads the evidence, all of it, and nothing else.
  FOREACH t IN ARRAY ARRAY['entry', 'posting', 'account', 'account_balance', 'ledger_head', 'checkpoint', 'allocation',
    'proposal', 'proposal_line', 'approval', 'report', 'report_event', 'person']
  LOOP
    EXECUTE format('CREATE POLICY verifier_reads ON %I FOR SELECT TO geldstroom_verifier USING (true)', t);
  END LOOP;
END $$;

-- Journal: the municipality's own rows and the programme's rows (no municipality); everything for who reads all.
CREATE POLICY reads ON entry FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND (municipality_id IS NULL OR municipality_id = ANY ((SELECT security.organisations())::uuid[]))));
CREATE POLICY appends ON entry FOR INSERT WITH CHECK (security.writes_stream(stream_id)
  AND ((SELECT security.scope()) = 'system' OR recorded_by = (SELECT security.person_id())));
CREATE POLICY reads ON posting FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND (municipality_id IS NULL OR municipality_id = ANY ((SELECT security.organisations())::uuid[]))));
CREATE POLICY appends ON posting FOR INSERT WITH CHECK ((SELECT security.scope()) IN ('ministry', 'system'));
CREATE POLICY reads ON account FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND (municipality_id IS NULL OR municipality_id = ANY ((SELECT security.organisations())::uuid[]))));
CREATE POLICY appends ON account FOR INSERT WITH CHECK ((SELECT security.scope()) IN ('ministry', 'system'));
CREATE POLICY reads ON account_balance FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND (municipality_id IS NULL OR municipality_id = ANY ((SELECT security.organisations())::uuid[]))));
CREATE POLICY appends ON account_balance FOR INSERT WITH CHECK ((SELECT security.scope()) IN ('ministry', 'system'));
CREATE POLICY moves ON account_balance FOR UPDATE USING ((SELECT security.scope()) IN ('ministry', 'system'));
CREATE POLICY reads ON ledger_head FOR SELECT USING ((SELECT security.scope()) <> 'none');
CREATE POLICY appends ON ledger_head FOR INSERT WITH CHECK ((SELECT security.scope()) IN ('ministry', 'system'));
CREATE POLICY moves ON ledger_head FOR UPDATE USING ((SELECT security.scope()) IN ('ministry', 'system'));
CREATE POLICY reads ON checkpoint FOR SELECT USING ((SELECT security.scope()) <> 'none');
CREATE POLICY appends ON checkpoint FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system');

CREATE POLICY reads ON allocation FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY appends ON allocation FOR INSERT WITH CHECK (security.writes_stream(stream_id));

CREATE POLICY reads ON proposal FOR SELECT USING ((SELECT security.reads_all()));
CREATE POLICY enters ON proposal FOR INSERT WITH CHECK (security.writes_stream(stream_id)
  AND ((SELECT security.scope()) = 'system' OR created_by = (SELECT security.person_id())));
CREATE POLICY changes ON proposal FOR UPDATE USING (security.writes_stream(stream_id));
CREATE POLICY reads ON proposal_line FOR SELECT USING ((SELECT security.reads_all()));
CREATE POLICY changes ON proposal_line FOR ALL USING (EXISTS (SELECT 1 FROM proposal p WHERE p.id = proposal_id
  AND p.status IN ('draft', 'proposed', 'returned') AND security.writes_stream(p.stream_id)));
CREATE POLICY reads ON approval FOR SELECT USING ((SELECT security.reads_all()));
CREATE POLICY decides ON approval FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (person_id = (SELECT security.person_id()) AND EXISTS (SELECT 1 FROM proposal p WHERE p.id = proposal_id AND security.writes_stream(p.stream_id))));

-- Reports: the municipality's own; a ministry sees that a report exists, and its figures once submitted.
CREATE POLICY reads ON report FOR SELECT USING ((SELECT security.reads_all())
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY opens ON report FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY moves ON report FOR UPDATE USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.scope()) = 'ministry' AND EXISTS (SELECT 1 FROM reporting_window w WHERE w.id = window_id AND security.owns_stream(w.stream_id))));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_line', 'report_result'] LOOP
    EXECUTE format($p$CREATE POLICY reads ON %1$I FOR SELECT USING (
      ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
      OR (SELECT security.scope()) = 'system'
      OR ((SELECT security.reads_all()) AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('submitted', 'signed', 'accepted'))))$p$, t);
    EXECUTE format($p$CREATE POLICY fills ON %1$I FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
        AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))))$p$, t);
    EXECUTE format($p$CREATE POLICY changes ON %1$I FOR UPDATE USING ((SELECT security.scope()) = 'system'
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])
        AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.status IN ('draft', 'returned'))))$p$, t);
  END LOOP;
END $$;
CREATE POLICY reads ON report_event FOR SELECT USING ((SELECT security.scope()) IN ('system')
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[]))
  OR ((SELECT security.reads_all()) AND action <> 'saved'));
CREATE POLICY appends ON report_event FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR (person_id = (SELECT security.person_id()) AND ((SELECT security.scope()) = 'ministry'
    OR municipality_id = ANY ((SELECT security.organisations())::uuid[]))));

CREATE POLICY reads ON conflict_decision FOR SELECT USING (true);
CREATE POLICY decides ON conflict_decision FOR INSERT WITH CHECK ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND decided_by = (SELECT security.person_id())));

CREATE POLICY reads ON audit_event FOR SELECT USING ((SELECT security.scope()) IN ('audit', 'admin', 'system', 'ministry')
  OR person_id = (SELECT security.person_id())
  OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])));
CREATE POLICY appends ON audit_event FOR INSERT WITH CHECK ((SELECT security.scope()) IN ('system', 'public')
  OR person_id = (SELECT security.person_id()));
CREATE POLICY own ON idempotency_key FOR ALL USING ((SELECT security.scope()) = 'system' OR person_id = (SELECT security.person_id()));

CREATE POLICY reads ON person FOR SELECT USING ((SELECT security.signed_in()));
CREATE POLICY manages ON person FOR ALL USING ((SELECT security.scope()) IN ('admin', 'system'));
CREATE POLICY reads ON user_account FOR SELECT USING ((SELECT security.scope()) IN ('admin', 'system') OR person_id = (SELECT security.person_id()));
CREATE POLICY manages ON user_account FOR ALL USING ((SELECT security.scope()) IN ('admin', 'system'));
CREATE POLICY reads ON role_assignment FOR SELECT USING ((SELECT security.scope()) IN ('admin', 'system') OR person_id = (SELECT security.person_id()));
CREATE POLICY manages ON role_assignment FOR ALL USING ((SELECT security.scope()) IN ('admin', 'system'));
CREATE POLICY manages ON user_session FOR ALL USING ((SELECT security.scope()) IN ('admin', 'system'));

-- Grants: what each role can touch at all. No DELETE anywhere but counters.
GRANT USAGE ON SCHEMA public TO geldstroom_app, geldstroom_verifier;
GRANT SELECT ON organisation, programme, programme_participant, area, stream, stream_ministry, tranche, theme, indicator,
  source, claim, claim_link, source_conflict, conflict_claim, reporting_window TO geldstroom_app, geldstroom_verifier;
GRANT SELECT, INSERT ON entry, posting, account, allocation, approval, report_event, audit_event, conflict_decision, checkpoint
  TO geldstroom_app;
GRANT SELECT ON account_balance, ledger_head TO geldstroom_app;
GRANT SELECT, INSERT, UPDATE ON proposal, report, report_line, report_result, person, user_account, role_assignment,
  user_session TO geldstroom_app;
GRANT SELECT, INSERT, DELETE ON proposal_line TO geldstroom_app;
GRANT SELECT, INSERT ON idempotency_key TO geldstroom_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO geldstroom_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO geldstroom_app;
GRANT SELECT ON entry, posting, account, account_balance, ledger_head, checkpoint, allocation, proposal, proposal_line,
  approval, report, report_event, person TO geldstroom_verifier;
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    EXECUTE 'GRANT SELECT ON public._prisma_migrations TO geldstroom_app, geldstroom_verifier';
  END IF;
END $$;
