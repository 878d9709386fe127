-- CreateEnum
CREATE TYPE "AccessKind" AS ENUM ('MANAGE', 'MONITOR');

-- CreateEnum
CREATE TYPE "AccessState" AS ENUM ('REQUESTED', 'APPROVED', 'PROVISIONED', 'DENIED', 'WITHDRAWN', 'REVOKED');

-- AlterEnum
ALTER TYPE "DecisionKind" ADD VALUE 'PROVISIONED';

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "access_grant_id" UUID;

-- CreateTable
CREATE TABLE "access_grant" (
    "id" UUID NOT NULL,
    "kind" "AccessKind" NOT NULL,
    "state" "AccessState" NOT NULL,
    "person_id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "component_id" UUID,
    "account_id" UUID,
    "use" "UseCategory" NOT NULL,
    "business_need" TEXT NOT NULL,
    "system_name" TEXT NOT NULL,
    "supervisor" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "provisioned_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitored_account" (
    "id" UUID NOT NULL,
    "access_grant_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "canonical_key" TEXT NOT NULL,
    "profile_url" TEXT NOT NULL,

    CONSTRAINT "monitored_account_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "access_grant_person_id_idx" ON "access_grant"("person_id");

-- CreateIndex
CREATE INDEX "access_grant_component_id_state_idx" ON "access_grant"("component_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "monitored_account_access_grant_id_platform_id_canonical_key_key" ON "monitored_account"("access_grant_id", "platform_id", "canonical_key");

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitored_account" ADD CONSTRAINT "monitored_account_access_grant_id_fkey" FOREIGN KEY ("access_grant_id") REFERENCES "access_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitored_account" ADD CONSTRAINT "monitored_account_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_access_grant_id_fkey" FOREIGN KEY ("access_grant_id") REFERENCES "access_grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE access_grant
  ADD CONSTRAINT access_kind_and_use CHECK (
    CASE kind
      WHEN 'MANAGE' THEN account_id IS NOT NULL AND use <> 'NON_OPERATIONAL_AWARENESS'
      WHEN 'MONITOR' THEN account_id IS NULL AND use = 'NON_OPERATIONAL_AWARENESS'
    END
  );

-- V.B.2: nobody decides on access of their own.
CREATE FUNCTION access_is_decided_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.access_grant_id IS NOT NULL AND NEW.kind::text IN ('APPROVED', 'DENIED', 'PROVISIONED') AND EXISTS (
    SELECT FROM access_grant WHERE id = NEW.access_grant_id AND NEW.decided_by_id IN (person_id, requested_by_id)
  ) THEN
    RAISE EXCEPTION 'access % is decided by another', NEW.access_grant_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER access_is_decided_by_another BEFORE INSERT ON decision
  FOR EACH ROW EXECUTE FUNCTION access_is_decided_by_another();

GRANT SELECT, INSERT, UPDATE ON access_grant TO official_accounts_app;
GRANT SELECT, INSERT ON monitored_account TO official_accounts_app;
ALTER TABLE access_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY access_grant_all ON access_grant FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR person_id = (SELECT actor_person())
);
ALTER TABLE monitored_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY monitored_account_all ON monitored_account FOR ALL TO official_accounts_app USING (
  EXISTS (SELECT FROM access_grant g WHERE g.id = access_grant_id)
);
DROP POLICY decision_all ON decision;
CREATE POLICY decision_all ON decision FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR (account_id IS NOT NULL AND actor_holds_account(account_id))
  OR (platform_id IS NOT NULL AND (SELECT actor_scope()) = 'component')
  OR (exception_id IS NOT NULL AND EXISTS (SELECT FROM exception e WHERE e.id = exception_id))
  OR (access_grant_id IS NOT NULL AND EXISTS (SELECT FROM access_grant g WHERE g.id = access_grant_id))
);
