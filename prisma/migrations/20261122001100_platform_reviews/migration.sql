-- CreateEnum
CREATE TYPE "ReviewOpening" AS ENUM ('PROPOSED', 'EXPIRED', 'TERMS_CHANGED', 'PRIVACY_POLICY_CHANGED');

-- CreateEnum
CREATE TYPE "IndemnificationFinding" AS ENUM ('NONE', 'REMOVED_BY_AMENDMENT', 'LIMITED', 'OPEN_ENDED');

-- CreateEnum
CREATE TYPE "PrivacyThreshold" AS ENUM ('NO_PERSONAL_INFORMATION', 'ASSESSMENT_NEEDED');

-- CreateEnum
CREATE TYPE "PlatformUse" AS ENUM ('ONE_WAY', 'TWO_WAY');

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "overridden_reviews" "ReviewKind"[] DEFAULT ARRAY[]::"ReviewKind"[];

-- AlterTable
ALTER TABLE "platform_review" ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_because" "ReviewOpening" NOT NULL DEFAULT 'PROPOSED',
ADD COLUMN     "previous_report_id" UUID,
ADD COLUMN     "report_id" UUID;

-- CreateTable
CREATE TABLE "review_requirement" (
    "id" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "office" "Role" NOT NULL,
    "due_days" INTEGER NOT NULL,
    "valid_days" INTEGER NOT NULL,
    "applies_to" "PlatformKind"[],
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_report" (
    "id" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "outcome" "ReviewOutcome" NOT NULL,
    "findings" TEXT NOT NULL,
    "conditions" TEXT,
    "expires_on" DATE,
    "indemnification" "IndemnificationFinding",
    "text_url" TEXT,
    "text_sha256" TEXT,
    "text_dated_on" DATE,
    "threshold" "PrivacyThreshold",
    "template_id" UUID,
    "reviewed_by_id" UUID NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "privacy_assessment" (
    "report_id" UUID NOT NULL,
    "specific_purpose" TEXT NOT NULL,
    "available_information" TEXT NOT NULL,
    "intended_use" TEXT NOT NULL,
    "sharing" TEXT NOT NULL,
    "retention" TEXT NOT NULL,
    "safeguards" TEXT NOT NULL,
    "other_risks" TEXT NOT NULL,
    "records_system" TEXT NOT NULL,

    CONSTRAINT "privacy_assessment_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "review_coverage" (
    "report_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "use" "PlatformUse",

    CONSTRAINT "review_coverage_pkey" PRIMARY KEY ("report_id","platform_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_requirement_kind_key" ON "review_requirement"("kind");

-- CreateIndex
CREATE INDEX "review_report_kind_id_idx" ON "review_report"("kind", "id");

-- CreateIndex
CREATE INDEX "review_coverage_platform_id_idx" ON "review_coverage"("platform_id");

-- CreateIndex
CREATE INDEX "platform_review_kind_outcome_idx" ON "platform_review"("kind", "outcome");

-- What was there before ------------------------------------------------------------------------------------------

UPDATE platform_review r SET opened_at = p.created_at FROM platform p WHERE p.id = r.platform_id;
ALTER TABLE platform_review ALTER COLUMN opened_at SET NOT NULL;

-- The Directive names the offices and no numbers: days are placeholders until an office settles them.
INSERT INTO review_requirement (id, kind, office, due_days, valid_days, applies_to, settled, version, changed_at)
SELECT id::uuid, kind::"ReviewKind", office::"Role", 30, 365, '{PROFILE,TOOL}', false, 1, '2026-11-22T00:00:00Z'
FROM (VALUES
  ('019ab000-0000-7000-8000-000000000001', 'SECURITY', 'CIO'),
  ('019ab000-0000-7000-8000-000000000002', 'ACCESSIBILITY', 'CIO'),
  ('019ab000-0000-7000-8000-000000000003', 'PRIVACY', 'PRIVACY_OFFICER'),
  ('019ab000-0000-7000-8000-000000000004', 'TERMS_OF_SERVICE', 'GENERAL_COUNSEL'),
  ('019ab000-0000-7000-8000-000000000005', 'CIVIL_RIGHTS', 'CRCL_OFFICER'),
  ('019ab000-0000-7000-8000-000000000006', 'COUNSEL', 'GENERAL_COUNSEL'),
  ('019ab000-0000-7000-8000-000000000007', 'RECORDS', 'RECORDS_OFFICER')
) AS named (id, kind, office);

-- Outcomes recorded so far become reports under the review's own id.
INSERT INTO review_report (id, kind, outcome, findings, conditions, expires_on, reviewed_by_id, reviewed_at)
SELECT id, kind, outcome, findings, conditions, expires_on, reviewed_by_id, reviewed_at FROM platform_review
WHERE outcome <> 'DUE' AND findings IS NOT NULL AND reviewed_by_id IS NOT NULL AND reviewed_at IS NOT NULL;
INSERT INTO review_coverage (report_id, platform_id)
SELECT r.id, r.platform_id FROM platform_review r JOIN review_report t ON t.id = r.id;
UPDATE platform_review r SET report_id = t.id FROM review_report t WHERE t.id = r.id;

-- AddForeignKey
ALTER TABLE "review_report" ADD CONSTRAINT "review_report_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "review_report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_report" ADD CONSTRAINT "review_report_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "privacy_assessment" ADD CONSTRAINT "privacy_assessment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "review_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_coverage" ADD CONSTRAINT "review_coverage_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "review_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_coverage" ADD CONSTRAINT "review_coverage_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_review" ADD CONSTRAINT "platform_review_kind_fkey" FOREIGN KEY ("kind") REFERENCES "review_requirement"("kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_review" ADD CONSTRAINT "platform_review_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "review_report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_review" ADD CONSTRAINT "platform_review_previous_report_id_fkey" FOREIGN KEY ("previous_report_id") REFERENCES "review_report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE review_requirement
  ADD CONSTRAINT review_requirement_days CHECK (due_days BETWEEN 1 AND 730 AND valid_days BETWEEN 1 AND 3660);

-- Not asked of what was recorded before these were.
ALTER TABLE review_report
  ADD CONSTRAINT review_report_has_an_outcome CHECK (outcome <> 'DUE') NOT VALID,
  ADD CONSTRAINT review_report_names_its_conditions CHECK (
    outcome <> 'PASSED_WITH_CONDITIONS' OR conditions IS NOT NULL
  ) NOT VALID,
  ADD CONSTRAINT review_report_digest CHECK (text_sha256 ~ '^[0-9a-f]{64}$') NOT VALID,
  -- M-13-10: what passes says which text was read, and never accepts open-ended indemnification.
  ADD CONSTRAINT review_report_terms CHECK (
    kind <> 'TERMS_OF_SERVICE' OR outcome = 'FAILED' OR (
      indemnification IS NOT NULL AND indemnification <> 'OPEN_ENDED'
      AND text_sha256 IS NOT NULL AND text_dated_on IS NOT NULL
    )
  ) NOT VALID,
  ADD CONSTRAINT review_report_privacy CHECK (
    kind <> 'PRIVACY' OR outcome = 'FAILED' OR threshold IS NOT NULL
  ) NOT VALID;

CREATE TRIGGER review_report_append_only BEFORE UPDATE OR DELETE ON review_report
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER privacy_assessment_append_only BEFORE UPDATE OR DELETE ON privacy_assessment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_coverage_append_only BEFORE UPDATE OR DELETE ON review_coverage
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- IV.A.2: advice alone is overridden, and in writing.
ALTER TABLE decision ADD CONSTRAINT decision_overrides_advice CHECK (
  overridden_reviews <@ '{CIVIL_RIGHTS,COUNSEL}'::"ReviewKind"[]
  AND (cardinality(overridden_reviews) = 0 OR reason IS NOT NULL)
);

-- IV.A.2: no platform is approved without every review that is more than advice. An import's decision approves what
-- has carried accounts for years and leaves their reviews due; it is told by its number.
CREATE FUNCTION platform_approved_with_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'APPROVED' AND OLD.state IN ('PROPOSED', 'UNDER_REVIEW')
    AND NEW.migration_id IS NOT DISTINCT FROM OLD.migration_id AND EXISTS (
      SELECT FROM review_requirement q
      WHERE NEW.kind = ANY (q.applies_to) AND q.kind NOT IN ('CIVIL_RIGHTS', 'COUNSEL') AND NOT EXISTS (
        SELECT FROM platform_review r
        WHERE r.platform_id = NEW.id AND r.kind = q.kind AND r.outcome IN ('PASSED', 'PASSED_WITH_CONDITIONS')
          AND (r.expires_on IS NULL OR r.expires_on >= (NEW.changed_at AT TIME ZONE 'UTC')::date)
      )
    ) THEN
    RAISE EXCEPTION 'platform % lacks a review', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_approved_with_reviews BEFORE UPDATE ON platform
  FOR EACH ROW EXECUTE FUNCTION platform_approved_with_reviews();

GRANT SELECT, UPDATE ON review_requirement TO official_accounts_app;
GRANT SELECT, INSERT ON review_report, privacy_assessment, review_coverage TO official_accounts_app;
