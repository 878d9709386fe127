-- CreateEnum
CREATE TYPE "PrivacyApprovalState" AS ENUM ('REQUESTED', 'APPROVED', 'NOT_PERSONAL', 'REFUSED', 'WITHDRAWN', 'REVOKED');

-- CreateEnum
CREATE TYPE "AccountText" AS ENUM ('HANDLE', 'TITLE', 'PURPOSE');

-- CreateEnum
CREATE TYPE "MonitoredHolder" AS ENUM ('OFFICE_OR_ORGANIZATION', 'INDIVIDUAL', 'UNSTATED');

-- AlterEnum
ALTER TYPE "DecisionKind" ADD VALUE 'NOT_PERSONAL';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "names_person_in" "AccountText"[] DEFAULT ARRAY[]::"AccountText"[];

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "privacy_approval_id" UUID;

-- AlterTable
ALTER TABLE "monitored_account" ADD COLUMN     "holder" "MonitoredHolder" NOT NULL DEFAULT 'UNSTATED';

-- CreateTable
CREATE TABLE "privacy_approval" (
    "id" UUID NOT NULL,
    "state" "PrivacyApprovalState" NOT NULL,
    "account_id" UUID,
    "access_grant_id" UUID,
    "component_id" UUID,
    "handle" TEXT,
    "title" TEXT,
    "purpose" TEXT,
    "profile_urls" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "information" TEXT NOT NULL,
    "whose" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "conditions" TEXT,
    "expires_on" DATE,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "privacy_approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "privacy_approval_account_id_idx" ON "privacy_approval"("account_id");

-- CreateIndex
CREATE INDEX "privacy_approval_access_grant_id_idx" ON "privacy_approval"("access_grant_id");

-- CreateIndex
CREATE INDEX "privacy_approval_state_requested_at_idx" ON "privacy_approval"("state", "requested_at");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_privacy_approval_id_fkey" FOREIGN KEY ("privacy_approval_id") REFERENCES "privacy_approval"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_approval" ADD CONSTRAINT "privacy_approval_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_approval" ADD CONSTRAINT "privacy_approval_access_grant_id_fkey" FOREIGN KEY ("access_grant_id") REFERENCES "access_grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_approval" ADD CONSTRAINT "privacy_approval_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_approval" ADD CONSTRAINT "privacy_approval_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE privacy_approval
  ADD CONSTRAINT privacy_approval_has_one_subject CHECK (num_nonnulls(account_id, access_grant_id) = 1),
  ADD CONSTRAINT privacy_approval_names_values CHECK (
    CASE WHEN account_id IS NOT NULL
      THEN num_nonnulls(handle, title, purpose) > 0 AND cardinality(profile_urls) = 0
      ELSE num_nonnulls(handle, title, purpose) = 0 AND cardinality(profile_urls) > 0 END
  ),
  ADD CONSTRAINT privacy_approval_ends_by_its_date CHECK (ended_at IS NULL OR expires_on IS NOT NULL);

-- V.B.2, IV.C.2: whoever asks does not decide, and nobody decides in the Chief Privacy Officer's place.
CREATE FUNCTION privacy_approval_is_decided_by_its_officer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.privacy_approval_id IS NOT NULL AND NEW.kind::text IN ('APPROVED', 'NOT_PERSONAL', 'DENIED') AND (
    NEW.role IS DISTINCT FROM 'PRIVACY_OFFICER' OR NEW.delegation_id IS NOT NULL
    OR EXISTS (SELECT FROM privacy_approval WHERE id = NEW.privacy_approval_id AND requested_by_id = NEW.decided_by_id)
  ) THEN
    RAISE EXCEPTION 'privacy approval % is decided by the officer alone', NEW.privacy_approval_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER privacy_approval_is_decided_by_its_officer BEFORE INSERT ON decision
  FOR EACH ROW EXECUTE FUNCTION privacy_approval_is_decided_by_its_officer();

-- What was asked is fixed; only the answer is added, and what was answered is only taken back.
CREATE FUNCTION privacy_approval_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state <> NEW.state AND NOT (
      OLD.state = 'REQUESTED' OR (OLD.state IN ('APPROVED', 'NOT_PERSONAL') AND NEW.state = 'REVOKED')))
    OR (OLD.state <> 'REQUESTED' AND (NEW.conditions, NEW.expires_on) IS DISTINCT FROM (OLD.conditions, OLD.expires_on))
    OR (to_jsonb(NEW) - '{state,conditions,expires_on,ended_at,version,changed_at}'::text[])
      <> (to_jsonb(OLD) - '{state,conditions,expires_on,ended_at,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'what the Chief Privacy Officer was asked is answered once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER privacy_approval_moves_forward BEFORE UPDATE ON privacy_approval
  FOR EACH ROW EXECUTE FUNCTION privacy_approval_moves_forward();

-- IV.C.2: a text on record as naming a person is not approved, brought into use or written anew without the approval of
-- that very text. By the day alone: the hour of an end is the rules'. What an import made active is found, not refused.
CREATE FUNCTION account_names_nobody_unapproved() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS $$
DECLARE
  moves boolean := NEW.state <> OLD.state AND NEW.state IN ('APPROVED', 'ACTIVE');
  runs boolean := NEW.state IN ('APPROVED', 'ACTIVE', 'SUSPENDED');
BEGIN
  IF runs AND EXISTS (
    SELECT FROM (VALUES
      ('HANDLE'::"AccountText", lower(NEW.handle), lower(OLD.handle)),
      ('TITLE'::"AccountText", NEW.title, OLD.title),
      ('PURPOSE'::"AccountText", NEW.purpose, OLD.purpose)
    ) AS t (text, said, was)
    WHERE t.text = ANY (NEW.names_person_in) AND (moves OR t.said IS DISTINCT FROM t.was)
      AND NOT EXISTS (
        SELECT FROM privacy_approval v WHERE v.account_id = NEW.id AND v.state IN ('APPROVED', 'NOT_PERSONAL')
          AND t.said = CASE t.text WHEN 'HANDLE' THEN lower(v.handle) WHEN 'TITLE' THEN v.title ELSE v.purpose END
      )
  ) THEN
    RAISE EXCEPTION 'account % names a person without approval', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_names_nobody_unapproved BEFORE UPDATE ON account
  FOR EACH ROW WHEN (NEW.names_person_in <> '{}') EXECUTE FUNCTION account_names_nobody_unapproved();

-- The same of people who are looked at: no access to an individual's account is approved or provided without it.
CREATE FUNCTION access_looks_at_nobody_unapproved() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state <> OLD.state AND NEW.state IN ('APPROVED', 'PROVISIONED') AND EXISTS (
    SELECT FROM monitored_account m WHERE m.access_grant_id = NEW.id AND m.holder = 'INDIVIDUAL' AND NOT EXISTS (
      SELECT FROM privacy_approval v WHERE v.access_grant_id = NEW.id AND v.state IN ('APPROVED', 'NOT_PERSONAL')
        AND m.profile_url = ANY (v.profile_urls))
  ) THEN
    RAISE EXCEPTION 'access % looks at people without approval', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER access_looks_at_nobody_unapproved BEFORE UPDATE ON access_grant
  FOR EACH ROW EXECUTE FUNCTION access_looks_at_nobody_unapproved();

GRANT SELECT, INSERT, UPDATE ON privacy_approval TO official_accounts_app;
ALTER TABLE privacy_approval ENABLE ROW LEVEL SECURITY;
CREATE POLICY privacy_approval_all ON privacy_approval FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR requested_by_id = (SELECT actor_person())
);
-- Beside decision_all, whatever that says.
CREATE POLICY decision_of_privacy_approval ON decision FOR ALL TO official_accounts_app USING (
  privacy_approval_id IS NOT NULL AND EXISTS (SELECT FROM privacy_approval v WHERE v.id = privacy_approval_id)
);
