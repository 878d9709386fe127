-- CreateEnum
CREATE TYPE "SecurityAnswer" AS ENUM ('ATTESTED', 'NOT_ATTESTED');

-- CreateEnum
CREATE TYPE "CivilRightsAdvice" AS ENUM ('CONCUR', 'CONCUR_WITH_CONDITIONS', 'NON_CONCUR');

-- CreateEnum
CREATE TYPE "DiscoveredAccountState" AS ENUM ('REPORTED', 'ADOPTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "DiscoveryClosure" AS ENUM ('TAKEN_DOWN', 'NOT_THE_DEPARTMENTS');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "DecisionKind" ADD VALUE IF NOT EXISTS 'SECURITY_ATTESTED';
ALTER TYPE "DecisionKind" ADD VALUE IF NOT EXISTS 'SECURITY_NOT_ATTESTED';
ALTER TYPE "DecisionKind" ADD VALUE IF NOT EXISTS 'CONCURRED';
ALTER TYPE "DecisionKind" ADD VALUE IF NOT EXISTS 'CONCURRED_WITH_CONDITIONS';
ALTER TYPE "DecisionKind" ADD VALUE IF NOT EXISTS 'NON_CONCURRED';
ALTER TYPE "DecisionKind" ADD VALUE IF NOT EXISTS 'ADOPTED';
ALTER TYPE "DecisionKind" ADD VALUE IF NOT EXISTS 'CLOSED';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "civil_rights_advice" "CivilRightsAdvice",
ADD COLUMN     "risk_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "security_attestation" "SecurityAnswer";

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "discovered_account_id" UUID;

-- CreateTable
CREATE TABLE "discovered_account" (
    "id" UUID NOT NULL,
    "state" "DiscoveredAccountState" NOT NULL,
    "component_id" UUID NOT NULL,
    "platform_id" UUID,
    "canonical_key" TEXT,
    "profile_url" TEXT NOT NULL,
    "where_seen" TEXT NOT NULL,
    "reported_by_id" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "finding_id" UUID NOT NULL,
    "account_id" UUID,
    "closure" "DiscoveryClosure",
    "evidence" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "discovered_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_form" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "required_details" TEXT[],
    "questions" JSONB NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "adopted_by_id" UUID,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "request_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_submission" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "form_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "risk_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_submission_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "discovered_account_component_id_state_idx" ON "discovered_account"("component_id", "state");

-- CreateIndex
CREATE INDEX "discovered_account_state_changed_at_idx" ON "discovered_account"("state", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "request_form_version_key" ON "request_form"("version");

-- CreateIndex
CREATE UNIQUE INDEX "account_submission_account_id_number_key" ON "account_submission"("account_id", "number");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_discovered_account_id_fkey" FOREIGN KEY ("discovered_account_id") REFERENCES "discovered_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discovered_account" ADD CONSTRAINT "discovered_account_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discovered_account" ADD CONSTRAINT "discovered_account_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discovered_account" ADD CONSTRAINT "discovered_account_reported_by_id_fkey" FOREIGN KEY ("reported_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discovered_account" ADD CONSTRAINT "discovered_account_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discovered_account" ADD CONSTRAINT "discovered_account_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_form" ADD CONSTRAINT "request_form_adopted_by_id_fkey" FOREIGN KEY ("adopted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_submission" ADD CONSTRAINT "account_submission_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_submission" ADD CONSTRAINT "account_submission_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "request_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_submission" ADD CONSTRAINT "account_submission_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

-- V.B.2: whoever asks for an account neither attests its security nor advises on it.
CREATE FUNCTION account_is_answered_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.account_id IS NOT NULL
    AND NEW.kind::text IN ('SECURITY_ATTESTED', 'SECURITY_NOT_ATTESTED', 'CONCURRED', 'CONCURRED_WITH_CONDITIONS',
      'NON_CONCURRED')
    AND EXISTS (SELECT FROM account WHERE id = NEW.account_id AND requested_by_id = NEW.decided_by_id) THEN
    RAISE EXCEPTION 'account % is answered by another', NEW.account_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_is_answered_by_another BEFORE INSERT ON decision
  FOR EACH ROW EXECUTE FUNCTION account_is_answered_by_another();

-- Whether a granted exception names a clause for an account (V.B.12).
CREATE FUNCTION account_is_excepted(wanted account, clause text) RETURNS boolean LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM exception e WHERE e.state = 'GRANTED' AND clause = ANY (e.clauses)
      AND (e.account_id IS NULL OR e.account_id = wanted.id)
      AND (e.component_id IS NULL OR e.component_id = wanted.component_id)
      AND (e.platform_id IS NULL OR e.platform_id = wanted.platform_id))
  $$;
-- IV.B.3, IV.D.1: nothing is approved before its security is attested and, where its risk screen asks for it, civil
-- rights are heard, unless a granted exception names the clause.
CREATE FUNCTION account_is_approved_when_answered() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state <> 'APPROVED' OR OLD.state = 'APPROVED' THEN RETURN NEW; END IF;
  IF NEW.security_attestation IS DISTINCT FROM 'ATTESTED' AND NOT account_is_excepted(NEW, 'IV.B.3') THEN
    RAISE EXCEPTION 'the security of account % is not attested', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF cardinality(NEW.risk_keys) > 0 AND NEW.civil_rights_advice IS NULL AND NOT account_is_excepted(NEW, 'IV.D.1') THEN
    RAISE EXCEPTION 'no civil rights advice on account %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_is_approved_when_answered BEFORE UPDATE OF state ON account
  FOR EACH ROW EXECUTE FUNCTION account_is_approved_when_answered();

-- What was asked and answered stays as it was.
CREATE TRIGGER request_form_append_only BEFORE UPDATE OR DELETE ON request_form
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_submission_append_only BEFORE UPDATE OR DELETE ON account_submission
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE request_form
  ADD CONSTRAINT request_form_is_adopted CHECK (is_default = (adopted_by_id IS NULL)),
  ADD CONSTRAINT request_form_has_questions CHECK (jsonb_typeof(questions) = 'array');

-- V.B.8: decided once, with what shows it.
ALTER TABLE discovered_account
  ADD CONSTRAINT discovered_account_decision CHECK (
    CASE state
      WHEN 'REPORTED' THEN account_id IS NULL AND closure IS NULL AND evidence IS NULL
      WHEN 'ADOPTED' THEN account_id IS NOT NULL AND closure IS NULL
      WHEN 'CLOSED' THEN account_id IS NULL AND closure IS NOT NULL AND evidence IS NOT NULL
    END
  );
CREATE UNIQUE INDEX discovered_account_reported_once ON discovered_account (platform_id, canonical_key)
  WHERE state = 'REPORTED' AND canonical_key IS NOT NULL;
CREATE FUNCTION discovered_account_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'REPORTED'
    OR (to_jsonb(NEW) - '{state,account_id,closure,evidence,version,changed_at}'::text[])
      <> (to_jsonb(OLD) - '{state,account_id,closure,evidence,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'a discovered account is decided once and never rewritten'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER discovered_account_moves_forward BEFORE UPDATE ON discovered_account
  FOR EACH ROW EXECUTE FUNCTION discovered_account_moves_forward();

GRANT SELECT, INSERT ON request_form, account_submission TO official_accounts_app;
GRANT SELECT, INSERT, UPDATE ON discovered_account TO official_accounts_app;
ALTER TABLE request_form ENABLE ROW LEVEL SECURITY;
-- Whoever is signed in may read what a request is asked.
CREATE POLICY request_form_read ON request_form FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department', 'component', 'listed')
);
CREATE POLICY request_form_insert ON request_form FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
ALTER TABLE account_submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_submission_all ON account_submission FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR actor_holds_account(account_id)
);
ALTER TABLE discovered_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY discovered_account_all ON discovered_account FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
-- Whoever only reads reports too: the report and its finding, in their own name, and nothing else.
CREATE POLICY discovered_account_report ON discovered_account FOR INSERT TO official_accounts_app WITH CHECK (
  state = 'REPORTED' AND reported_by_id = (SELECT actor_person())
);
CREATE POLICY finding_of_a_report ON finding FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) = 'listed' AND code = 'IN_USE_WITHOUT_APPROVAL' AND clause = 'V.B.8' AND state = 'OPEN'
  AND account_id IS NULL
);
CREATE POLICY decision_on_discovered_account ON decision FOR ALL TO official_accounts_app USING (
  discovered_account_id IS NOT NULL AND EXISTS (SELECT FROM discovered_account d WHERE d.id = discovered_account_id)
);

-- The default form: what this product comes with, marked as nobody's decision, until Public Affairs adopts its own. The
-- Instruction to the Directive is not public, and these questions are not its text.
INSERT INTO request_form (id, version, required_details, questions, is_default, adopted_at, reason) VALUES (
  '019ab000-0000-7000-8000-000000001200', 1,
  '{PURPOSE,MISSION_AREA,JUSTIFICATION,AUDIENCE,LANGUAGE,ADMINISTRATORS,OFFICIAL_OUTLET,COMMENT_POLICY,PRIVACY_NOTICE,RECORDS_CAPTURE}',
  '[
    {"key": "staffing", "label": "Who will administer it", "help": "Name at least two people or positions.",
      "kind": "TEXT", "choices": [], "required": true, "clause": "IV.B.3", "risk": false},
    {"key": "ownModeration", "label": "Will it remove comments or block people under rules of its own?",
      "help": "Beyond the comment policy named above.",
      "kind": "YES_NO", "choices": [], "required": true, "clause": "IV.D.1", "risk": true},
    {"key": "showsPeople", "label": "Will it show or name members of the public?",
      "help": "People met in the course of the work, in pictures, videos or texts.",
      "kind": "YES_NO", "choices": [], "required": true, "clause": "IV.D.1", "risk": true},
    {"key": "protectedGroups", "label": "Does it address a group by origin, religion, disability or age?",
      "help": null,
      "kind": "YES_NO", "choices": [], "required": true, "clause": "IV.D.1", "risk": true}
  ]',
  true, '2026-11-22T00:12:00Z', 'The default of this product; not adopted by the Office of Public Affairs.'
);
