-- CreateEnum
CREATE TYPE "ExceptionState" AS ENUM ('REQUESTED', 'GRANTED', 'DENIED', 'WITHDRAWN', 'REVOKED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "DecisionKind" ADD VALUE 'GRANTED';
ALTER TYPE "DecisionKind" ADD VALUE 'REVOKED';

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "exception_id" UUID,
ADD COLUMN     "used_exception_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "exception" (
    "id" UUID NOT NULL,
    "state" "ExceptionState" NOT NULL,
    "clauses" TEXT[],
    "component_id" UUID,
    "platform_id" UUID,
    "account_id" UUID,
    "justification" TEXT NOT NULL,
    "conditions" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exception_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exception_component_id_state_idx" ON "exception"("component_id", "state");

-- CreateIndex
CREATE INDEX "exception_platform_id_state_idx" ON "exception"("platform_id", "state");

-- CreateIndex
CREATE INDEX "exception_account_id_state_idx" ON "exception"("account_id", "state");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_exception_id_fkey" FOREIGN KEY ("exception_id") REFERENCES "exception"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exception" ADD CONSTRAINT "exception_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exception" ADD CONSTRAINT "exception_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exception" ADD CONSTRAINT "exception_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exception" ADD CONSTRAINT "exception_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE exception
  ADD CONSTRAINT exception_names_clauses CHECK (cardinality(clauses) > 0),
  -- V.B.12: no statute, and nothing the Directive itself rests on. A test compares it with the clauses in code.
  ADD CONSTRAINT exception_clauses_may_be_lifted CHECK (NOT clauses && ARRAY[
    'I.B.4', 'II.B', 'II.C', 'II.P', 'III.D', 'III.E', 'III.H', 'III.I', 'IV.A.1', 'IV.A.5', 'IV.B.1', 'IV.B.4',
    'IV.C.1', 'IV.C.2', 'IV.C.3', 'V.A.2', 'V.B.2', 'V.B.6', 'V.B.7', 'V.B.12', 'VI', 'OIG.1', 'OIG.2'
  ]),
  ADD CONSTRAINT exception_has_a_subject CHECK (
    component_id IS NOT NULL OR platform_id IS NOT NULL OR account_id IS NOT NULL
  ),
  ADD CONSTRAINT exception_period CHECK (valid_until > valid_from AND valid_from >= requested_at);

-- V.B.2: whoever asks does not decide.
CREATE FUNCTION exception_is_decided_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.exception_id IS NOT NULL AND NEW.kind::text IN ('GRANTED', 'DENIED') AND EXISTS (
    SELECT FROM exception WHERE id = NEW.exception_id AND requested_by_id = NEW.decided_by_id
  ) THEN
    RAISE EXCEPTION 'exception % is decided by another', NEW.exception_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exception_is_decided_by_another BEFORE INSERT ON decision
  FOR EACH ROW EXECUTE FUNCTION exception_is_decided_by_another();

-- What an exception says is fixed when it is asked for; only its state moves, and only forwards.
CREATE FUNCTION exception_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state <> NEW.state AND NOT (OLD.state = 'REQUESTED' OR (OLD.state = 'GRANTED' AND NEW.state = 'REVOKED')))
    OR (to_jsonb(NEW) - '{state,conditions,ended_at,version,changed_at}'::text[])
      <> (to_jsonb(OLD) - '{state,conditions,ended_at,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'an exception is decided once and never rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exception_moves_forward BEFORE UPDATE ON exception
  FOR EACH ROW EXECUTE FUNCTION exception_moves_forward();

-- V.B.1: on a platform that is not approved nothing becomes ACTIVE, unless an exception in force says so; on one
-- prohibited by statute nothing does.
CREATE OR REPLACE FUNCTION account_activates_on_approved_platform() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state = 'ACTIVE' AND (TG_OP = 'INSERT' OR OLD.state <> 'ACTIVE')
    AND NOT EXISTS (SELECT FROM platform WHERE id = NEW.platform_id AND state = 'APPROVED')
    AND NOT EXISTS (
      SELECT FROM platform p JOIN exception e ON e.state = 'GRANTED' AND e.clauses @> '{V.B.1,IV.A.2}'
        AND (e.account_id IS NULL OR e.account_id = NEW.id)
        AND (e.component_id IS NULL OR e.component_id = NEW.component_id)
        AND (e.platform_id IS NULL OR e.platform_id = NEW.platform_id)
      WHERE p.id = NEW.platform_id AND p.state <> 'PROHIBITED'
    ) THEN
    RAISE EXCEPTION 'account % is on a platform that is not approved', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

GRANT SELECT, INSERT, UPDATE ON exception TO official_accounts_app;
ALTER TABLE exception ENABLE ROW LEVEL SECURITY;
-- One for a platform as a whole concerns everybody who works with it.
CREATE POLICY exception_read ON exception FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR (component_id IS NULL AND (SELECT actor_scope()) = 'component')
);
CREATE POLICY exception_insert ON exception FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
CREATE POLICY exception_update ON exception FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
DROP POLICY decision_all ON decision;
CREATE POLICY decision_all ON decision FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR (account_id IS NOT NULL AND actor_holds_account(account_id))
  OR (platform_id IS NOT NULL AND (SELECT actor_scope()) = 'component')
  OR (exception_id IS NOT NULL AND EXISTS (SELECT FROM exception e WHERE e.id = exception_id))
);
