-- Payment schedules (kasritme): when which part of an award is to be paid. A new version replaces the one before, which stays.

CREATE TABLE "payment_schedule" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "allocation_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_schedule_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "payment_term" (
    "schedule_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "payment_term_pkey" PRIMARY KEY ("schedule_id","due_on")
);
CREATE UNIQUE INDEX "payment_schedule_allocation_id_version_key" ON "payment_schedule"("allocation_id", "version");
ALTER TABLE "payment_schedule" ADD CONSTRAINT "payment_schedule_allocation_id_fkey" FOREIGN KEY ("allocation_id") REFERENCES "allocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_schedule" ADD CONSTRAINT "payment_schedule_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_term" ADD CONSTRAINT "payment_term_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "payment_schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE payment_schedule
  ADD CONSTRAINT payment_schedule_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT payment_schedule_reason_given CHECK (length(btrim(reason)) > 0);
ALTER TABLE payment_term ADD CONSTRAINT payment_term_above_zero CHECK (amount_cents > 0);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['payment_schedule', 'payment_term'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY reads ON %I FOR SELECT USING ((SELECT security.reads_all())
      OR ((SELECT security.scope()) = 'municipality' AND municipality_id = ANY ((SELECT security.organisations())::uuid[])))$p$, t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION security.refuse_change()',
      t || '_append_only', t);
  END LOOP;
END $$;
CREATE POLICY enters ON payment_schedule FOR INSERT WITH CHECK (security.writes_stream(stream_id)
  AND ((SELECT security.scope()) = 'system' OR created_by = (SELECT security.person_id())));
CREATE POLICY enters ON payment_term FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM payment_schedule s WHERE s.id = schedule_id
  AND s.municipality_id = payment_term.municipality_id AND security.writes_stream(s.stream_id)));
GRANT SELECT, INSERT ON payment_schedule, payment_term TO geldstroom_app;

-- Its allocation's own stream and recipient, the version after the last one, and terms that sum to the award of that moment;
-- looked at when the transaction is committed, so that a schedule cannot be half there.
CREATE FUNCTION security.check_payment_schedule() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE s public.payment_schedule; planned bigint; awarded bigint;
BEGIN
  SELECT x.* INTO s FROM public.payment_schedule x
   WHERE x.id = coalesce((to_jsonb(NEW)->>'schedule_id')::uuid, (to_jsonb(NEW)->>'id')::uuid);
  SELECT coalesce(sum(t.amount_cents), 0) INTO planned FROM public.payment_term t WHERE t.schedule_id = s.id;
  SELECT coalesce(sum(b.balance_cents), 0) INTO awarded FROM public.allocation l
    JOIN public.account a ON a.programme_id = l.programme_id AND a.kind = 'allocated' AND a.tranche_id = l.tranche_id
     AND a.theme_id = l.theme_id AND a.area_id = l.area_id
    JOIN public.account_balance b ON b.account_id = a.id
   WHERE l.id = s.allocation_id AND l.stream_id = s.stream_id AND l.municipality_id = s.municipality_id;
  IF planned <> s.total_cents OR planned <> awarded OR awarded = 0 THEN
    RAISE EXCEPTION 'schedule_differs: % cents in terms, % as total, % awarded', planned, s.total_cents, awarded USING ERRCODE = 'GS015';
  END IF;
  IF s.version <> 1 AND NOT EXISTS (SELECT 1 FROM public.payment_schedule p
      WHERE p.allocation_id = s.allocation_id AND p.version = s.version - 1) THEN
    RAISE EXCEPTION 'stale: version % of a payment schedule does not follow the last one', s.version USING ERRCODE = 'GS009';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payment_schedule_whole AFTER INSERT ON payment_schedule DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION security.check_payment_schedule();
-- A term that is added later would change the sum.
CREATE CONSTRAINT TRIGGER payment_term_whole AFTER INSERT ON payment_term DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION security.check_payment_schedule();
REVOKE EXECUTE ON FUNCTION security.check_payment_schedule() FROM PUBLIC;
