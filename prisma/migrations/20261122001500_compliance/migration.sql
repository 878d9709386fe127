-- CreateEnum
CREATE TYPE "CorrectiveActionState" AS ENUM ('ASSIGNED', 'COMPLETED', 'RETURNED', 'ACCEPTED');

-- CreateEnum
CREATE TYPE "CorrectiveActionStepKind" AS ENUM ('COMPLETED', 'RETURNED', 'ACCEPTED');

-- CreateEnum
CREATE TYPE "FindingSeverity" AS ENUM ('LOW', 'MEDIUM', 'HIGH');

-- CreateEnum
CREATE TYPE "FindingOrigin" AS ENUM ('AUTOMATIC', 'BY_HAND');

-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "close_reason" TEXT,
ADD COLUMN     "closed_by_id" UUID,
ADD COLUMN     "opened_by_id" UUID,
ADD COLUMN     "origin" "FindingOrigin" NOT NULL DEFAULT 'AUTOMATIC',
ADD COLUMN     "platform_id" UUID,
ADD COLUMN     "severity" "FindingSeverity" NOT NULL DEFAULT 'MEDIUM',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "rights_suspended_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "corrective_action" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "state" "CorrectiveActionState" NOT NULL DEFAULT 'ASSIGNED',
    "task" TEXT NOT NULL,
    "owner_role" "Role",
    "owner_id" UUID,
    "due_on" DATE NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_role" "Role" NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "corrective_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corrective_action_step" (
    "id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "kind" "CorrectiveActionStepKind" NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role",
    "delegation_id" UUID,
    "note" TEXT NOT NULL,
    "evidence_url" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "corrective_action_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "corrective_action_finding_id_idx" ON "corrective_action"("finding_id");

-- CreateIndex
CREATE INDEX "corrective_action_component_id_state_idx" ON "corrective_action"("component_id", "state");

-- CreateIndex
CREATE INDEX "corrective_action_owner_id_state_idx" ON "corrective_action"("owner_id", "state");

-- CreateIndex
CREATE INDEX "corrective_action_step_action_id_idx" ON "corrective_action_step"("action_id");

-- CreateIndex
CREATE INDEX "finding_platform_id_idx" ON "finding"("platform_id");

-- AddForeignKey
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrective_action_step" ADD CONSTRAINT "corrective_action_step_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "corrective_action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrective_action_step" ADD CONSTRAINT "corrective_action_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE finding
  ADD CONSTRAINT finding_closed_has_date CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
  ADD CONSTRAINT finding_by_hand_has_opener CHECK (origin = 'AUTOMATIC' OR opened_by_id IS NOT NULL),
  ADD CONSTRAINT finding_has_one_subject CHECK (account_id IS NULL OR platform_id IS NULL);

-- One open finding of a kind per account, platform or component: racing evaluations make no double. What is found by
-- hand may be several things.
UPDATE finding f SET origin = 'BY_HAND', opened_by_id = d.reported_by_id
FROM discovered_account d WHERE d.finding_id = f.id;
DROP INDEX finding_one_open;
CREATE UNIQUE INDEX finding_one_open ON finding (
  account_id, platform_id, (CASE WHEN account_id IS NULL AND platform_id IS NULL THEN component_id END), code
) NULLS NOT DISTINCT WHERE state = 'OPEN' AND origin = 'AUTOMATIC';

-- A closed finding is history. What breaks the clause again is another finding.
CREATE FUNCTION finding_stays_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a closed finding is never rewritten' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER finding_stays_closed BEFORE UPDATE ON finding
  FOR EACH ROW WHEN (OLD.state = 'CLOSED') EXECUTE FUNCTION finding_stays_closed();

ALTER TABLE corrective_action
  ADD CONSTRAINT corrective_action_has_one_owner CHECK ((owner_role IS NULL) <> (owner_id IS NULL));

-- IV.A.5: nobody judges evidence of their own.
CREATE FUNCTION corrective_action_is_judged_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind IN ('RETURNED', 'ACCEPTED') AND EXISTS (
    SELECT FROM corrective_action_step
    WHERE action_id = NEW.action_id AND kind = 'COMPLETED' AND person_id = NEW.person_id
  ) THEN
    RAISE EXCEPTION 'the evidence of % is judged by another', NEW.action_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER corrective_action_is_judged_by_another BEFORE INSERT ON corrective_action_step
  FOR EACH ROW EXECUTE FUNCTION corrective_action_is_judged_by_another();

-- What was asked of whom stays; its state moves, and ends with acceptance.
CREATE FUNCTION corrective_action_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'ACCEPTED' OR (to_jsonb(NEW) - '{state,version,changed_at}'::text[])
    <> (to_jsonb(OLD) - '{state,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'a corrective action is not rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER corrective_action_moves_forward BEFORE UPDATE ON corrective_action
  FOR EACH ROW EXECUTE FUNCTION corrective_action_moves_forward();

GRANT SELECT, INSERT, UPDATE ON corrective_action TO official_accounts_app;
GRANT SELECT, INSERT ON corrective_action_step TO official_accounts_app;
ALTER TABLE corrective_action ENABLE ROW LEVEL SECURITY;
CREATE POLICY corrective_action_all ON corrective_action FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR owner_id = (SELECT actor_person())
);
ALTER TABLE corrective_action_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY corrective_action_step_all ON corrective_action_step FOR ALL TO official_accounts_app USING (
  EXISTS (SELECT FROM corrective_action c WHERE c.id = action_id)
);
-- Whoever has to put something right reads what is wrong.
DROP POLICY finding_all ON finding;
CREATE POLICY finding_all ON finding FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR id IN (SELECT finding_id FROM corrective_action WHERE owner_id = (SELECT actor_person()))
);
