-- CreateEnum
CREATE TYPE "AccountTimerKind" AS ENUM ('VACANCY', 'ATTESTATION', 'CLAIM');

-- CreateEnum
CREATE TYPE "AccountTimerOutcome" AS ENUM ('RESOLVED', 'EXCEPTED', 'NOT_ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "PolicyUnit" AS ENUM ('DAYS');

-- CreateEnum
CREATE TYPE "CredentialCustody" AS ENUM ('NO_SHARED_CREDENTIAL', 'DEPARTMENT_VAULT', 'NAMED_CUSTODIAN', 'HELD_PERSONALLY');

-- CreateTable
CREATE TABLE "account_timer" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "AccountTimerKind" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "first_warned_at" TIMESTAMPTZ(3),
    "last_warned_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" "AccountTimerOutcome",

    CONSTRAINT "account_timer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_setting" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "unit" "PolicyUnit" NOT NULL,
    "clause" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "standard_value" INTEGER NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "policy_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_policy" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorized_tools" TEXT[],
    "rotation_days" INTEGER,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID NOT NULL,

    CONSTRAINT "security_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_attestation" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "attested_by_id" UUID NOT NULL,
    "attested_at" TIMESTAMPTZ(3) NOT NULL,
    "multi_factor" BOOLEAN NOT NULL,
    "custody" "CredentialCustody" NOT NULL,
    "recovery_domain" TEXT NOT NULL,
    "publishing_tools" TEXT[],
    "administrators" INTEGER NOT NULL,
    "last_rotated_on" DATE,
    "used_exception_ids" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "security_attestation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_timer_account_id_idx" ON "account_timer"("account_id");

-- CreateIndex
CREATE INDEX "account_timer_due_at_started_at_account_id_idx" ON "account_timer"("due_at", "started_at", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_setting_key_key" ON "policy_setting"("key");

-- CreateIndex
CREATE UNIQUE INDEX "security_policy_number_key" ON "security_policy"("number");

-- CreateIndex
CREATE INDEX "security_attestation_account_id_attested_at_idx" ON "security_attestation"("account_id", "attested_at");

-- AddForeignKey
ALTER TABLE "account_timer" ADD CONSTRAINT "account_timer_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_setting" ADD CONSTRAINT "policy_setting_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "security_policy" ADD CONSTRAINT "security_policy_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "security_attestation" ADD CONSTRAINT "security_attestation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "security_attestation" ADD CONSTRAINT "security_attestation_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "security_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "security_attestation" ADD CONSTRAINT "security_attestation_attested_by_id_fkey" FOREIGN KEY ("attested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE policy_setting
  ADD CONSTRAINT policy_setting_not_negative CHECK (value >= 0 AND standard_value >= 0),
  ADD CONSTRAINT policy_setting_says_who_and_why CHECK (
    num_nonnulls(changed_by_id, changed_at, reason) IN (0, 3)
  );

-- The Directive gives none of these numbers: they are standards of this product until the office sets its own.
INSERT INTO policy_setting (id, key, unit, clause, value, standard_value) VALUES
  ('01993000-0000-7000-8000-000000000001', 'VACANCY_SUSPENSION_DAYS', 'DAYS', 'V.B.5', 30, 30),
  ('01993000-0000-7000-8000-000000000002', 'FIRST_WARNING_DAYS', 'DAYS', 'V.B.5', 14, 14),
  ('01993000-0000-7000-8000-000000000003', 'LAST_WARNING_DAYS', 'DAYS', 'V.B.5', 7, 7),
  ('01993000-0000-7000-8000-000000000004', 'CLAIM_ESCALATION_DAYS', 'DAYS', 'V.B.5', 0, 0),
  ('01993000-0000-7000-8000-000000000005', 'ATTESTATION_PERIOD_DAYS', 'DAYS', 'IV.B.3', 365, 365),
  ('01993000-0000-7000-8000-000000000006', 'ATTESTATION_GRACE_DAYS', 'DAYS', 'IV.B.3', 30, 30),
  ('01993000-0000-7000-8000-000000000007', 'ATTESTATION_SUSPENSION_DAYS', 'DAYS', 'IV.B.3', 30, 30);

GRANT SELECT, UPDATE ON policy_setting TO official_accounts_app;
ALTER TABLE policy_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY policy_setting_read ON policy_setting FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department', 'component', 'listed')
);
CREATE POLICY policy_setting_update ON policy_setting FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) = 'department'
);

-- One time of a kind runs against an account at once.
CREATE UNIQUE INDEX account_timer_one_running ON account_timer (account_id, kind) WHERE ended_at IS NULL;
ALTER TABLE account_timer
  ADD CONSTRAINT account_timer_ends_with_an_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  -- V.B.5: the date by which an account is to be claimed suspends nobody.
  ADD CONSTRAINT account_timer_claim_suspends_nobody CHECK (kind <> 'CLAIM' OR outcome <> 'SUSPENDED'),
  ADD CONSTRAINT account_timer_only_claims_escalate CHECK (kind = 'CLAIM' OR escalated_at IS NULL),
  ADD CONSTRAINT account_timer_suspends_at_its_end CHECK (outcome <> 'SUSPENDED' OR ended_at >= due_at);

-- A time that runs is neither put off nor shortened, and what it did stays done.
CREATE FUNCTION account_timer_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL
    OR (to_jsonb(NEW) - '{first_warned_at,last_warned_at,escalated_at,ended_at,outcome}'::text[])
      <> (to_jsonb(OLD) - '{first_warned_at,last_warned_at,escalated_at,ended_at,outcome}'::text[])
    OR (OLD.first_warned_at IS NOT NULL AND NEW.first_warned_at IS DISTINCT FROM OLD.first_warned_at)
    OR (OLD.last_warned_at IS NOT NULL AND NEW.last_warned_at IS DISTINCT FROM OLD.last_warned_at)
    OR (OLD.escalated_at IS NOT NULL AND NEW.escalated_at IS DISTINCT FROM OLD.escalated_at) THEN
    RAISE EXCEPTION 'a timer only moves forward' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_timer_moves_forward BEFORE UPDATE ON account_timer
  FOR EACH ROW EXECUTE FUNCTION account_timer_moves_forward();

GRANT SELECT, INSERT, UPDATE ON account_timer TO official_accounts_app;
ALTER TABLE account_timer ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_timer_all ON account_timer FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR actor_holds_account(account_id)
);

ALTER TABLE security_policy
  ADD CONSTRAINT security_policy_rotation CHECK (rotation_days > 0),
  ADD CONSTRAINT security_policy_is_not_dated_back CHECK (effective_from >= published_at);
CREATE TRIGGER security_policy_append_only BEFORE UPDATE OR DELETE ON security_policy
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON security_policy TO official_accounts_app;
ALTER TABLE security_policy ENABLE ROW LEVEL SECURITY;
CREATE POLICY security_policy_read ON security_policy FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department', 'component', 'listed')
);
CREATE POLICY security_policy_insert ON security_policy FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) = 'department'
);

ALTER TABLE security_attestation
  ADD CONSTRAINT security_attestation_administrators CHECK (administrators >= 0),
  -- An address would be somebody's; its domain is enough.
  ADD CONSTRAINT security_attestation_keeps_no_address CHECK (recovery_domain NOT LIKE '%@%');
CREATE TRIGGER security_attestation_append_only BEFORE UPDATE OR DELETE ON security_attestation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON security_attestation TO official_accounts_app;
ALTER TABLE security_attestation ENABLE ROW LEVEL SECURITY;
CREATE POLICY security_attestation_all ON security_attestation FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR actor_holds_account(account_id)
);
