-- Who settled what a review of platforms asks, when and why (IV.A.2). A row nobody settled holds placeholders.
ALTER TABLE "review_requirement" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_by_id" UUID;
UPDATE review_requirement SET settled_at = changed_at WHERE settled;
ALTER TABLE "review_requirement" DROP COLUMN "settled",
DROP COLUMN "changed_at";

-- AddForeignKey
ALTER TABLE "review_requirement" ADD CONSTRAINT "review_requirement_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What an office had found on the same platform before a report, so that each says what changed since (M-10-23).
ALTER TABLE "review_coverage" ADD COLUMN     "previous_report_id" UUID;
ALTER TABLE review_coverage DISABLE TRIGGER review_coverage_append_only;
UPDATE review_coverage c SET previous_report_id = before.previous_id FROM (
  SELECT k.report_id, k.platform_id,
    lag(k.report_id) OVER (PARTITION BY k.platform_id, t.kind ORDER BY t.reviewed_at, t.id) AS previous_id
  FROM review_coverage k JOIN review_report t ON t.id = k.report_id
) before WHERE before.report_id = c.report_id AND before.platform_id = c.platform_id;
ALTER TABLE review_coverage ENABLE TRIGGER review_coverage_append_only;

-- AddForeignKey
ALTER TABLE "review_coverage" ADD CONSTRAINT "review_coverage_previous_report_id_fkey" FOREIGN KEY ("previous_report_id") REFERENCES "review_report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE review_requirement ADD CONSTRAINT review_requirement_settled_by_somebody CHECK (
  settled_at IS NOT NULL OR (settled_by_id IS NULL AND reason IS NULL)
);

-- IV.A.2: a service that hosts no accounts is approved as a platform is; nothing stands on it (V.B.1).
ALTER TABLE platform ADD CONSTRAINT platform_tool_has_no_rules CHECK (kind = 'PROFILE' OR rules IS NULL);
CREATE FUNCTION account_stands_on_a_platform_with_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM platform WHERE id = NEW.platform_id AND kind = 'TOOL') THEN
    RAISE EXCEPTION 'account % is on a tool', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_stands_on_a_platform_with_accounts BEFORE INSERT OR UPDATE OF platform_id ON account
  FOR EACH ROW EXECUTE FUNCTION account_stands_on_a_platform_with_accounts();

-- V.B.8, V.B.2: whoever reported an account in use does not decide on it.
CREATE FUNCTION discovered_account_decider_is_not_reporter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM discovered_account WHERE id = NEW.discovered_account_id AND reported_by_id = NEW.decided_by_id
  ) THEN
    RAISE EXCEPTION 'the reporter decides on discovered account %', NEW.discovered_account_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'discovered_account_decider_is_not_reporter';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER discovered_account_decider_is_not_reporter BEFORE INSERT ON decision
  FOR EACH ROW WHEN (NEW.discovered_account_id IS NOT NULL)
  EXECUTE FUNCTION discovered_account_decider_is_not_reporter();
