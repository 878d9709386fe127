-- CreateEnum
CREATE TYPE "RiskArea" AS ENUM ('PRIVACY', 'CIVIL_RIGHTS');

-- CreateEnum
CREATE TYPE "RiskState" AS ENUM ('OPEN', 'MITIGATED', 'ACCEPTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "RiskLikelihood" AS ENUM ('UNLIKELY', 'POSSIBLE', 'LIKELY');

-- CreateEnum
CREATE TYPE "RiskImpact" AS ENUM ('MINOR', 'SERIOUS', 'SEVERE');

-- CreateEnum
CREATE TYPE "RiskReviewCause" AS ENUM ('PLANNED', 'TERMS_CHANGED', 'PRIVACY_POLICY_CHANGED');

-- CreateEnum
CREATE TYPE "RiskMitigationState" AS ENUM ('PLANNED', 'DONE', 'DROPPED');

-- CreateTable
CREATE TABLE "risk" (
    "id" UUID NOT NULL,
    "area" "RiskArea" NOT NULL,
    "state" "RiskState" NOT NULL DEFAULT 'OPEN',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "account_id" UUID,
    "platform_id" UUID,
    "component_id" UUID NOT NULL,
    "report_id" UUID,
    "finding_id" UUID,
    "incident_id" UUID,
    "likelihood" "RiskLikelihood",
    "impact" "RiskImpact",
    "residual_likelihood" "RiskLikelihood",
    "residual_impact" "RiskImpact",
    "review_by" DATE,
    "review_because" "RiskReviewCause" NOT NULL DEFAULT 'PLANNED',
    "raised_by_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_id" UUID,
    "accepted_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_mitigation" (
    "id" UUID NOT NULL,
    "risk_id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "state" "RiskMitigationState" NOT NULL DEFAULT 'PLANNED',
    "task" TEXT NOT NULL,
    "owner_role" "Role",
    "owner_id" UUID,
    "due_on" DATE NOT NULL,
    "planned_by_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "evidence_url" TEXT,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "risk_mitigation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "risk_component_id_state_idx" ON "risk"("component_id", "state");

-- CreateIndex
CREATE INDEX "risk_platform_id_state_idx" ON "risk"("platform_id", "state");

-- CreateIndex
CREATE INDEX "risk_account_id_idx" ON "risk"("account_id");

-- CreateIndex
CREATE INDEX "risk_area_state_review_by_idx" ON "risk"("area", "state", "review_by");

-- CreateIndex
CREATE INDEX "risk_mitigation_risk_id_idx" ON "risk_mitigation"("risk_id");

-- CreateIndex
CREATE INDEX "risk_mitigation_component_id_state_idx" ON "risk_mitigation"("component_id", "state");

-- CreateIndex
CREATE INDEX "risk_mitigation_owner_id_state_idx" ON "risk_mitigation"("owner_id", "state");

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "review_report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_raised_by_id_fkey" FOREIGN KEY ("raised_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_mitigation" ADD CONSTRAINT "risk_mitigation_risk_id_fkey" FOREIGN KEY ("risk_id") REFERENCES "risk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_mitigation" ADD CONSTRAINT "risk_mitigation_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_mitigation" ADD CONSTRAINT "risk_mitigation_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_mitigation" ADD CONSTRAINT "risk_mitigation_planned_by_id_fkey" FOREIGN KEY ("planned_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_mitigation" ADD CONSTRAINT "risk_mitigation_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

-- As `riskRating` in the domain rates a level high: a test compares them.
CREATE FUNCTION risk_is_high(likelihood "RiskLikelihood", impact "RiskImpact") RETURNS boolean
  LANGUAGE sql IMMUTABLE AS $$
  SELECT array_position('{UNLIKELY,POSSIBLE,LIKELY}'::text[], likelihood::text)
    * array_position('{MINOR,SERIOUS,SEVERE}'::text[], impact::text) >= 6
$$;

ALTER TABLE risk
  ADD CONSTRAINT risk_has_one_subject CHECK (account_id IS NULL OR platform_id IS NULL),
  ADD CONSTRAINT risk_has_one_source CHECK (num_nonnulls(report_id, finding_id, incident_id) <= 1),
  ADD CONSTRAINT risk_is_assessed_whole CHECK (
    num_nonnulls(likelihood, impact, review_by) IN (0, 3) AND num_nonnulls(residual_likelihood, residual_impact) <> 1
  ),
  ADD CONSTRAINT risk_is_assessed_before_it_is_settled CHECK (
    state NOT IN ('MITIGATED', 'ACCEPTED') OR likelihood IS NOT NULL
  ),
  ADD CONSTRAINT risk_mitigated_is_not_high CHECK (
    state <> 'MITIGATED'
    OR (residual_likelihood IS NOT NULL AND NOT risk_is_high(residual_likelihood, residual_impact))
  ),
  ADD CONSTRAINT risk_accepted_by_somebody_until CHECK (
    num_nonnulls(accepted_by_id, accepted_until) = CASE WHEN state = 'ACCEPTED' THEN 2 ELSE 0 END
  ),
  -- V.B.2: nobody accepts a risk they raised.
  ADD CONSTRAINT risk_accepter_is_not_raiser CHECK (accepted_by_id <> raised_by_id);

ALTER TABLE risk_mitigation
  ADD CONSTRAINT risk_mitigation_has_one_owner CHECK ((owner_role IS NULL) <> (owner_id IS NULL)),
  ADD CONSTRAINT risk_mitigation_settled_with_words CHECK (
    num_nonnulls(outcome, settled_by_id, settled_at) = CASE WHEN state = 'PLANNED' THEN 0 ELSE 3 END
  );

-- What a risk is about and who raised it stays.
CREATE FUNCTION risk_stays_what_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{state,likelihood,impact,residual_likelihood,residual_impact,review_by,review_because,accepted_by_id,accepted_until,version,changed_at}'::text[])
    <> (to_jsonb(OLD) - '{state,likelihood,impact,residual_likelihood,residual_impact,review_by,review_because,accepted_by_id,accepted_until,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'what a risk is about is not rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER risk_stays_what_it_is BEFORE UPDATE ON risk
  FOR EACH ROW EXECUTE FUNCTION risk_stays_what_it_is();

-- A mitigation ends once.
CREATE FUNCTION risk_mitigation_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'PLANNED' OR (to_jsonb(NEW) - '{state,outcome,evidence_url,settled_by_id,settled_at,version,changed_at}'::text[])
    <> (to_jsonb(OLD) - '{state,outcome,evidence_url,settled_by_id,settled_at,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'a mitigation is not rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER risk_mitigation_moves_forward BEFORE UPDATE ON risk_mitigation
  FOR EACH ROW EXECUTE FUNCTION risk_mitigation_moves_forward();

-- IV.C.3, IV.D.2: no platform is approved while a high risk on it is neither mitigated nor accepted. An import's
-- decision is told by its number, as for its reviews.
CREATE FUNCTION platform_approved_without_high_risk() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state = 'APPROVED' AND OLD.state <> 'APPROVED' AND NEW.migration_id IS NOT DISTINCT FROM OLD.migration_id
    AND EXISTS (
      SELECT FROM risk r
      WHERE r.platform_id = NEW.id
        AND risk_is_high(coalesce(r.residual_likelihood, r.likelihood), coalesce(r.residual_impact, r.impact))
        AND (r.state = 'OPEN'
          OR (r.state = 'ACCEPTED' AND r.accepted_until < (NEW.changed_at AT TIME ZONE 'UTC')::date))
    ) THEN
    RAISE EXCEPTION 'platform % bears a high risk', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_approved_without_high_risk BEFORE UPDATE ON platform
  FOR EACH ROW EXECUTE FUNCTION platform_approved_without_high_risk();

GRANT SELECT, INSERT, UPDATE ON risk, risk_mitigation TO official_accounts_app;
ALTER TABLE risk_mitigation ENABLE ROW LEVEL SECURITY;
CREATE POLICY risk_mitigation_all ON risk_mitigation FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR owner_id = (SELECT actor_person())
);
-- Whoever has to do something about a risk reads what it is.
ALTER TABLE risk ENABLE ROW LEVEL SECURITY;
CREATE POLICY risk_all ON risk FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR id IN (SELECT risk_id FROM risk_mitigation WHERE owner_id = (SELECT actor_person()))
);
