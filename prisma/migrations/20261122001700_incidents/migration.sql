-- CreateEnum
CREATE TYPE "IncidentKind" AS ENUM ('COMPROMISE', 'IMPERSONATION');

-- CreateEnum
CREATE TYPE "IncidentState" AS ENUM ('REPORTED', 'CONTAINED', 'RESOLVED');

-- CreateEnum
CREATE TYPE "IncidentOutcome" AS ENUM ('CONTROL_REGAINED', 'ACCOUNT_GIVEN_UP', 'IMPOSTOR_REMOVED', 'PLATFORM_REFUSED', 'NOT_CONFIRMED');

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "kind" "IncidentKind" NOT NULL,
    "state" "IncidentState" NOT NULL,
    "component_id" UUID,
    "account_id" UUID,
    "address" TEXT,
    "likeness" TEXT,
    "evidence" TEXT NOT NULL,
    "platform_reference" TEXT,
    "public_notice" TEXT,
    "checklist" JSONB NOT NULL DEFAULT '[]',
    "outcome" "IncidentOutcome",
    "after_action" TEXT,
    "reported_by_id" UUID,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "contained_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "incident_component_id_state_idx" ON "incident"("component_id", "state");

-- CreateIndex
CREATE INDEX "incident_account_id_idx" ON "incident"("account_id");

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_reported_by_id_fkey" FOREIGN KEY ("reported_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE incident
  ADD CONSTRAINT incident_is_reported_by_somebody CHECK (reported_by_id IS NOT NULL),
  ADD CONSTRAINT incident_names_what CHECK (
    CASE kind WHEN 'COMPROMISE' THEN account_id IS NOT NULL WHEN 'IMPERSONATION' THEN address IS NOT NULL END
  ),
  ADD CONSTRAINT incident_state CHECK (
    CASE state
      WHEN 'REPORTED' THEN resolved_at IS NULL
      WHEN 'CONTAINED' THEN kind = 'COMPROMISE' AND contained_at IS NOT NULL AND resolved_at IS NULL
      WHEN 'RESOLVED' THEN resolved_at IS NOT NULL AND outcome IS NOT NULL AND after_action IS NOT NULL
    END
  );

-- IV.A.5: what was reported stays as it was reported, and what is resolved stays resolved.
CREATE FUNCTION incident_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'RESOLVED' OR (OLD.state = 'CONTAINED' AND NEW.state = 'REPORTED')
    OR (NEW.kind, NEW.account_id, NEW.component_id, NEW.address, NEW.likeness, NEW.evidence, NEW.reported_by_id,
      NEW.reported_at) IS DISTINCT FROM (OLD.kind, OLD.account_id, OLD.component_id, OLD.address, OLD.likeness,
      OLD.evidence, OLD.reported_by_id, OLD.reported_at) THEN
    RAISE EXCEPTION 'incident % is not rewritten', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incident_moves_forward BEFORE UPDATE OR DELETE ON incident
  FOR EACH ROW EXECUTE FUNCTION incident_moves_forward();

GRANT SELECT, INSERT, UPDATE ON incident TO official_accounts_app;
ALTER TABLE incident ENABLE ROW LEVEL SECURITY;
CREATE POLICY incident_read ON incident FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR reported_by_id = (SELECT actor_person())
);
CREATE POLICY incident_insert ON incident FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) = 'system' OR reported_by_id = (SELECT actor_person())
);
CREATE POLICY incident_update ON incident FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
