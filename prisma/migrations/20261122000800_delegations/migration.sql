-- CreateEnum
CREATE TYPE "DelegationKind" AS ENUM ('APPROVAL', 'ACTING', 'COVER', 'RECUSAL');

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "delegation_id" UUID;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "delegation_id" UUID;

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "kind" "DelegationKind" NOT NULL,
    "role" "Role",
    "office_id" UUID,
    "delegator_id" UUID,
    "delegate_id" UUID,
    "component_id" UUID,
    "platform_id" UUID,
    "account_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "written_authority" TEXT,
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,
    "revocation_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegation_delegate_id_idx" ON "delegation"("delegate_id");

-- CreateIndex
CREATE INDEX "delegation_delegator_id_idx" ON "delegation"("delegator_id");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegator_id_fkey" FOREIGN KEY ("delegator_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE delegation
  ADD CONSTRAINT delegation_not_to_oneself CHECK (delegate_id <> delegator_id),
  ADD CONSTRAINT delegation_period CHECK (valid_until IS NULL OR valid_until > valid_from),
  ADD CONSTRAINT delegation_not_dated_back CHECK (valid_from >= created_at),
  ADD CONSTRAINT delegation_revoked_whole CHECK ((revoked_at IS NULL) = (revoked_by_id IS NULL)),
  -- IV.A.2: approval comes from the Assistant Secretary, with its written authority, and lends nothing but that.
  ADD CONSTRAINT delegation_parties CHECK (
    CASE kind
      WHEN 'APPROVAL' THEN role = 'ASPA' AND delegator_id IS NOT NULL AND delegate_id IS NOT NULL
        AND delegator_id = recorded_by_id AND written_authority IS NOT NULL
      WHEN 'ACTING' THEN role IS NOT NULL AND delegator_id IS NULL AND delegate_id IS NOT NULL
        AND written_authority IS NOT NULL
      WHEN 'COVER' THEN role IS NOT NULL AND delegator_id = recorded_by_id AND delegate_id IS NOT NULL
        AND valid_until IS NOT NULL
      WHEN 'RECUSAL' THEN role IS NULL AND delegator_id IS NOT NULL AND delegate_id IS NULL
    END
  );
CREATE UNIQUE INDEX delegation_once ON delegation
  (kind, delegator_id, delegate_id, role, office_id, component_id, platform_id, account_id) NULLS NOT DISTINCT
  WHERE revoked_at IS NULL AND valid_until IS NULL;

-- A record of delegation is revoked once and never changed otherwise.
CREATE FUNCTION delegation_is_only_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
    OR (to_jsonb(NEW) - '{revoked_at,revoked_by_id,revocation_reason,version}'::text[])
      <> (to_jsonb(OLD) - '{revoked_at,revoked_by_id,revocation_reason,version}'::text[]) THEN
    RAISE EXCEPTION 'a delegation is revoked, never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegation_is_only_revoked BEFORE UPDATE ON delegation
  FOR EACH ROW EXECUTE FUNCTION delegation_is_only_revoked();

GRANT SELECT, INSERT, UPDATE ON delegation TO official_accounts_app;
ALTER TABLE delegation ENABLE ROW LEVEL SECURITY;
CREATE POLICY delegation_read ON delegation FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR delegator_id = (SELECT actor_person()) OR delegate_id = (SELECT actor_person())
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR office_id = ANY ((SELECT actor_components())::uuid[])
);
CREATE POLICY delegation_insert ON delegation FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department') OR recorded_by_id = (SELECT actor_person())
);
CREATE POLICY delegation_update ON delegation FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR recorded_by_id = (SELECT actor_person())
);

-- What counts for a person at an instant: roles lent while their owner still holds them (T7: never more than the
-- delegator has now), and recusals. Runs as its owner: nobody needs to see another's roles to be lent one.
CREATE FUNCTION delegations_of(person uuid, at timestamptz) RETURNS SETOF delegation LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public AS $$
    SELECT d.* FROM delegation d
    WHERE (d.delegate_id = person OR (d.kind = 'RECUSAL' AND d.delegator_id = person))
      AND d.revoked_at IS NULL AND d.valid_from <= at AND (d.valid_until IS NULL OR d.valid_until > at)
      AND (d.kind IN ('ACTING', 'RECUSAL') OR EXISTS (
        SELECT FROM role_grant g JOIN person p ON p.id = g.person_id
        WHERE g.person_id = d.delegator_id AND g.role = d.role AND g.component_id IS NOT DISTINCT FROM d.office_id
          AND g.revoked_at IS NULL AND g.valid_from <= at AND (g.valid_until IS NULL OR g.valid_until > at)
          AND p.state = 'ACTIVE'
      ))
  $$;
REVOKE EXECUTE ON FUNCTION delegations_of(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delegations_of(uuid, timestamptz) TO official_accounts_app;
