-- AlterEnum
ALTER TYPE "ViewList" ADD VALUE 'MODERATION';

-- CreateEnum
CREATE TYPE "ModerationKind" AS ENUM ('COMMENT_HIDDEN', 'COMMENT_REMOVED', 'COMMENT_RESTORED', 'REPLIES_LIMITED', 'REPLIES_REOPENED', 'PERSON_RESTRICTED', 'PERSON_UNRESTRICTED', 'PERSON_BLOCKED', 'PERSON_UNBLOCKED');

-- CreateEnum
CREATE TYPE "ModerationReason" AS ENUM ('THREAT', 'PRIVATE_INFORMATION', 'ILLEGAL_CONTENT', 'OBSCENITY', 'IMPERSONATION', 'HARMFUL_LINK', 'SPAM', 'REPETITION', 'OFF_TOPIC', 'OTHER', 'RULE_NOT_BROKEN', 'CIVIL_RIGHTS_REVIEW', 'NO_LONGER_NEEDED');

-- CreateEnum
CREATE TYPE "ModerationState" AS ENUM ('RECORDED', 'IN_REVIEW', 'UPHELD', 'TO_BE_REVERSED', 'REVERSED', 'CORRECTED');

-- CreateEnum
CREATE TYPE "ModerationStepKind" AS ENUM ('UPHELD', 'TO_BE_REVERSED', 'REAFFIRMED');

-- CreateTable
CREATE TABLE "moderation_action" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "kind" "ModerationKind" NOT NULL,
    "reason" "ModerationReason" NOT NULL,
    "state" "ModerationState" NOT NULL,
    "platform_reference" TEXT NOT NULL,
    "explanation" TEXT,
    "policy_url" TEXT,
    "policy_version" TEXT,
    "policy_section" TEXT,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "review_asked_at" TIMESTAMPTZ(3),
    "reversal_asked_at" TIMESTAMPTZ(3),
    "review_by" DATE,
    "reverses_id" UUID,
    "corrects_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "moderation_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_step" (
    "id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "kind" "ModerationStepKind" NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role",
    "delegation_id" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "moderation_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "moderation_action_reverses_id_key" ON "moderation_action"("reverses_id");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_action_corrects_id_key" ON "moderation_action"("corrects_id");

-- CreateIndex
CREATE INDEX "moderation_action_account_id_state_idx" ON "moderation_action"("account_id", "state");

-- CreateIndex
CREATE INDEX "moderation_action_component_id_done_at_idx" ON "moderation_action"("component_id", "done_at");

-- CreateIndex
CREATE INDEX "moderation_action_done_at_idx" ON "moderation_action"("done_at");

-- CreateIndex
CREATE INDEX "moderation_action_state_review_by_idx" ON "moderation_action"("state", "review_by");

-- CreateIndex
CREATE INDEX "moderation_step_action_id_idx" ON "moderation_step"("action_id");

-- AddForeignKey
ALTER TABLE "moderation_action" ADD CONSTRAINT "moderation_action_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_action" ADD CONSTRAINT "moderation_action_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_action" ADD CONSTRAINT "moderation_action_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_action" ADD CONSTRAINT "moderation_action_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "moderation_action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_action" ADD CONSTRAINT "moderation_action_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "moderation_action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_step" ADD CONSTRAINT "moderation_step_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "moderation_action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_step" ADD CONSTRAINT "moderation_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE moderation_action
  -- IV.D.3: nothing is moderated without published rules, and a reason is of the kind of act it is for.
  ADD CONSTRAINT moderation_rests_on_rules CHECK (
    kind IN ('COMMENT_RESTORED', 'REPLIES_REOPENED', 'PERSON_UNRESTRICTED', 'PERSON_UNBLOCKED') OR policy_url IS NOT NULL
  ),
  ADD CONSTRAINT moderation_reason_fits CHECK (
    (kind IN ('COMMENT_RESTORED', 'REPLIES_REOPENED', 'PERSON_UNRESTRICTED', 'PERSON_UNBLOCKED'))
    = (reason IN ('RULE_NOT_BROKEN', 'CIVIL_RIGHTS_REVIEW', 'NO_LONGER_NEEDED'))
  ),
  ADD CONSTRAINT moderation_is_explained CHECK (
    explanation IS NOT NULL OR NOT (kind IN ('PERSON_RESTRICTED', 'PERSON_BLOCKED') OR reason = 'OTHER')
  ),
  ADD CONSTRAINT moderation_names_its_rule CHECK (
    policy_section IS NOT NULL OR reason NOT IN ('REPETITION', 'OFF_TOPIC', 'OTHER')
  ),
  ADD CONSTRAINT moderation_of_people_ends CHECK (
    (kind IN ('PERSON_RESTRICTED', 'PERSON_BLOCKED')) = (review_by IS NOT NULL)
  ),
  -- A measure against a person, and one for another reason, is never left unreviewed.
  ADD CONSTRAINT moderation_is_reviewed CHECK (
    state <> 'RECORDED' OR NOT (kind IN ('PERSON_RESTRICTED', 'PERSON_BLOCKED') OR reason = 'OTHER')
  ),
  ADD CONSTRAINT moderation_reverses_as_reversal CHECK (
    reverses_id IS NULL
    OR kind IN ('COMMENT_RESTORED', 'REPLIES_REOPENED', 'PERSON_UNRESTRICTED', 'PERSON_UNBLOCKED')
  ),
  ADD CONSTRAINT moderation_waits_since CHECK (
    (state = 'IN_REVIEW') = (review_asked_at IS NOT NULL) AND (state = 'TO_BE_REVERSED') = (reversal_asked_at IS NOT NULL)
  ),
  -- IV.C.2: nobody's handle or address; an address may hold the account's own. What else names somebody is refused by
  -- the command.
  ADD CONSTRAINT moderation_names_nobody CHECK (
    concat(explanation, policy_section, policy_version) !~ '[@＠]'
    AND (platform_reference LIKE 'https://%' OR platform_reference !~ '[@＠]')
  );

-- IV.D.3: what was done stays as it was recorded; only where it stands moves. It is taken back or corrected by an entry
-- that names it, on the same account, and by nothing else.
CREATE FUNCTION moderation_action_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('RECORDED', 'IN_REVIEW') OR EXISTS (
      SELECT FROM moderation_action m WHERE m.id IN (NEW.reverses_id, NEW.corrects_id) AND m.account_id <> NEW.account_id
    ) THEN
      RAISE EXCEPTION 'moderation is recorded before it is judged' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.state IN ('REVERSED', 'CORRECTED')
    OR (OLD.state = 'TO_BE_REVERSED' AND NEW.state <> 'REVERSED')
    OR (NEW.state = 'REVERSED' AND NOT EXISTS (SELECT FROM moderation_action m WHERE m.reverses_id = OLD.id))
    OR (NEW.state = 'CORRECTED' AND NOT EXISTS (SELECT FROM moderation_action m WHERE m.corrects_id = OLD.id))
    OR (to_jsonb(NEW) - '{state,review_asked_at,reversal_asked_at,review_by,version,changed_at}'::text[])
      <> (to_jsonb(OLD) - '{state,review_asked_at,reversal_asked_at,review_by,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'moderation % is not rewritten', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moderation_action_moves_forward BEFORE INSERT OR UPDATE OR DELETE ON moderation_action
  FOR EACH ROW EXECUTE FUNCTION moderation_action_moves_forward();

-- IV.D.3: nobody reviews what they did, or kept, themselves; and nothing said of it is rewritten.
CREATE FUNCTION moderation_is_reviewed_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'a review of moderation is not rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind <> 'REAFFIRMED' AND (
    EXISTS (SELECT FROM moderation_action m WHERE m.id = NEW.action_id AND m.recorded_by_id = NEW.person_id)
    OR EXISTS (SELECT FROM moderation_step s WHERE s.action_id = NEW.action_id AND s.kind = 'REAFFIRMED'
      AND s.person_id = NEW.person_id)
  ) THEN
    RAISE EXCEPTION 'moderation % is reviewed by another', NEW.action_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moderation_is_reviewed_by_another BEFORE INSERT OR UPDATE OR DELETE ON moderation_step
  FOR EACH ROW EXECUTE FUNCTION moderation_is_reviewed_by_another();

GRANT SELECT, INSERT, UPDATE ON moderation_action TO official_accounts_app;
GRANT SELECT, INSERT ON moderation_step TO official_accounts_app;
ALTER TABLE moderation_action ENABLE ROW LEVEL SECURITY;
CREATE POLICY moderation_action_read ON moderation_action FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
CREATE POLICY moderation_action_insert ON moderation_action FOR INSERT TO official_accounts_app WITH CHECK (
  recorded_by_id = (SELECT actor_person())
  AND ((SELECT actor_scope()) = 'department' OR component_id = ANY ((SELECT actor_components())::uuid[]))
);
CREATE POLICY moderation_action_update ON moderation_action FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
ALTER TABLE moderation_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY moderation_step_read ON moderation_step FOR SELECT TO official_accounts_app USING (
  EXISTS (SELECT FROM moderation_action m WHERE m.id = action_id)
);
CREATE POLICY moderation_step_insert ON moderation_step FOR INSERT TO official_accounts_app WITH CHECK (
  person_id = (SELECT actor_person()) AND EXISTS (SELECT FROM moderation_action m WHERE m.id = action_id)
);

-- Standards of this product, not of the Directive: how long a block holds unasked, and the days of this work.
INSERT INTO policy_setting (id, key, queue, unit, clause, value, standard_value) VALUES
  ('01993000-0000-7000-8000-000000000291', 'BLOCK_REVIEW_DAYS', NULL, 'DAYS', 'IV.D.3', 180, 180),
  ('01993000-0000-7000-8000-000000000292', 'WORK_DUE_DAYS', 'MODERATION_REVIEW', 'DAYS', 'IV.D.3', 7, 7),
  ('01993000-0000-7000-8000-000000000293', 'WORK_DUE_DAYS', 'MODERATION_REVERSAL', 'DAYS', 'IV.D.3', 3, 3),
  ('01993000-0000-7000-8000-000000000294', 'WORK_STEP_DAYS', 'MODERATION_REVERSAL', 'DAYS', 'IV.D.3', 3, 3);
