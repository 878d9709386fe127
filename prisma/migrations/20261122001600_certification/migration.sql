-- CreateEnum
CREATE TYPE "CertificationState" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('YES_NO', 'TEXT', 'CHOICE');

-- CreateEnum
CREATE TYPE "CertificationPartState" AS ENUM ('OPEN', 'CERTIFIED', 'RETURNED');

-- CreateEnum
CREATE TYPE "CertificationAnswerState" AS ENUM ('WAITING', 'ANSWERED', 'RETURNED');

-- CreateEnum
CREATE TYPE "CertificationDecisionKind" AS ENUM ('CERTIFIED', 'RETURNED', 'ANSWER_RETURNED');

-- CreateTable
CREATE TABLE "certification" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "CertificationState" NOT NULL,
    "filter" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "reminder_days" INTEGER[] DEFAULT ARRAY[14, 7, 1]::INTEGER[],
    "overdue_days" INTEGER NOT NULL DEFAULT 1,
    "reminded_days" INTEGER,
    "overdue_since" TIMESTAMPTZ(3),
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "result_sha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certification_question" (
    "id" UUID NOT NULL,
    "certification_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "choices" TEXT[],
    "clause" TEXT NOT NULL,

    CONSTRAINT "certification_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certification_part" (
    "id" UUID NOT NULL,
    "certification_id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "state" "CertificationPartState" NOT NULL,
    "account_count" INTEGER NOT NULL,
    "overdue_since" TIMESTAMPTZ(3),
    "certified_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certification_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certification_answer" (
    "id" UUID NOT NULL,
    "certification_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "previous_id" UUID,
    "state" "CertificationAnswerState" NOT NULL,
    "answers" JSONB,
    "evidence" JSONB,
    "unchanged" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "return_reason" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "certification_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certification_decision" (
    "id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "kind" "CertificationDecisionKind" NOT NULL,
    "decided_by_id" UUID,
    "role" "Role",
    "delegation_id" UUID,
    "used_exception_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certification_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certification_result" (
    "certification_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "certification_result_pkey" PRIMARY KEY ("certification_id")
);

-- CreateIndex
CREATE INDEX "certification_state_due_on_idx" ON "certification"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "certification_question_certification_id_key_key" ON "certification_question"("certification_id", "key");

-- CreateIndex
CREATE INDEX "certification_part_component_id_state_idx" ON "certification_part"("component_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "certification_part_certification_id_component_id_key" ON "certification_part"("certification_id", "component_id");

-- CreateIndex
CREATE INDEX "certification_answer_part_id_state_idx" ON "certification_answer"("part_id", "state");

-- CreateIndex
CREATE INDEX "certification_answer_account_id_idx" ON "certification_answer"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "certification_answer_certification_id_account_id_key" ON "certification_answer"("certification_id", "account_id");

-- CreateIndex
CREATE INDEX "certification_decision_part_id_idx" ON "certification_decision"("part_id");

-- AddForeignKey
ALTER TABLE "certification_question" ADD CONSTRAINT "certification_question_certification_id_fkey" FOREIGN KEY ("certification_id") REFERENCES "certification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_part" ADD CONSTRAINT "certification_part_certification_id_fkey" FOREIGN KEY ("certification_id") REFERENCES "certification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_part" ADD CONSTRAINT "certification_part_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_answer" ADD CONSTRAINT "certification_answer_certification_id_fkey" FOREIGN KEY ("certification_id") REFERENCES "certification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_answer" ADD CONSTRAINT "certification_answer_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "certification_part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_answer" ADD CONSTRAINT "certification_answer_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_answer" ADD CONSTRAINT "certification_answer_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_answer" ADD CONSTRAINT "certification_answer_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "certification_answer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_decision" ADD CONSTRAINT "certification_decision_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "certification_part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_decision" ADD CONSTRAINT "certification_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification_result" ADD CONSTRAINT "certification_result_certification_id_fkey" FOREIGN KEY ("certification_id") REFERENCES "certification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE certification
  ADD CONSTRAINT certification_closed_has_result CHECK (
    (state = 'CLOSED') = (closed_at IS NOT NULL AND closed_by_id IS NOT NULL AND result_sha256 ~ '^[0-9a-f]{64}$')
  ),
  ADD CONSTRAINT certification_days CHECK (overdue_days >= 0 AND 0 <= ALL (reminder_days));
ALTER TABLE certification_answer
  ADD CONSTRAINT certification_answer_is_whole CHECK (
    state <> 'ANSWERED'
    OR (answers IS NOT NULL AND evidence IS NOT NULL AND answered_at IS NOT NULL AND answered_by_id IS NOT NULL)
  ),
  ADD CONSTRAINT certification_answer_returned_with_reason CHECK (state <> 'RETURNED' OR return_reason IS NOT NULL);
ALTER TABLE certification_part
  ADD CONSTRAINT certification_part_state CHECK (
    CASE state WHEN 'CERTIFIED' THEN certified_at IS NOT NULL WHEN 'RETURNED' THEN return_reason IS NOT NULL ELSE true END
  );
ALTER TABLE certification_decision
  ADD CONSTRAINT certification_decision_is_somebodys CHECK (decided_by_id IS NOT NULL),
  ADD CONSTRAINT certification_decision_return_has_reason CHECK (kind = 'CERTIFIED' OR reason IS NOT NULL);

-- IV.E.3: a closed certification is frozen, whoever asks; what an open one asks, of whom and until when, is fixed too.
CREATE FUNCTION certification_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'CLOSED'
    OR (to_jsonb(NEW) - '{state,reminded_days,overdue_since,closed_by_id,closed_at,result_sha256,version,changed_at}'::text[])
      <> (to_jsonb(OLD) - '{state,reminded_days,overdue_since,closed_by_id,closed_at,result_sha256,version,changed_at}'::text[])
  THEN
    RAISE EXCEPTION 'certification % is not rewritten', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certification_is_frozen BEFORE UPDATE OR DELETE ON certification
  FOR EACH ROW EXECUTE FUNCTION certification_is_frozen();

CREATE FUNCTION certification_is_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' OR EXISTS (SELECT FROM certification WHERE id = NEW.certification_id AND state = 'CLOSED')
    OR (TG_OP = 'UPDATE' AND NEW.certification_id <> OLD.certification_id) THEN
    RAISE EXCEPTION '% of a closed certification', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certification_part_is_open BEFORE INSERT OR UPDATE OR DELETE ON certification_part
  FOR EACH ROW EXECUTE FUNCTION certification_is_open();
CREATE TRIGGER certification_answer_is_open BEFORE INSERT OR UPDATE OR DELETE ON certification_answer
  FOR EACH ROW EXECUTE FUNCTION certification_is_open();
CREATE TRIGGER certification_question_is_open BEFORE INSERT ON certification_question
  FOR EACH ROW EXECUTE FUNCTION certification_is_open();
CREATE TRIGGER certification_question_append_only BEFORE UPDATE OR DELETE ON certification_question
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certification_decision_append_only BEFORE UPDATE OR DELETE ON certification_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certification_result_append_only BEFORE UPDATE OR DELETE ON certification_result
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON certification, certification_part, certification_answer TO official_accounts_app;
GRANT SELECT, INSERT ON certification_question, certification_decision, certification_result TO official_accounts_app;

-- A component sees and answers its own part; the department's offices see all. The whole result is theirs alone.
ALTER TABLE certification_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY certification_part_read ON certification_part FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
CREATE POLICY certification_part_insert ON certification_part FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
CREATE POLICY certification_part_update ON certification_part FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
ALTER TABLE certification_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY certification_answer_read ON certification_answer FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
CREATE POLICY certification_answer_insert ON certification_answer FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
CREATE POLICY certification_answer_update ON certification_answer FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
ALTER TABLE certification ENABLE ROW LEVEL SECURITY;
CREATE POLICY certification_read ON certification FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR EXISTS (SELECT FROM certification_part p WHERE p.certification_id = certification.id)
);
CREATE POLICY certification_insert ON certification FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
CREATE POLICY certification_update ON certification FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);
ALTER TABLE certification_question ENABLE ROW LEVEL SECURITY;
CREATE POLICY certification_question_read ON certification_question FOR SELECT TO official_accounts_app USING (
  EXISTS (SELECT FROM certification c WHERE c.id = certification_id)
);
CREATE POLICY certification_question_insert ON certification_question FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
ALTER TABLE certification_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY certification_decision_all ON certification_decision FOR ALL TO official_accounts_app USING (
  EXISTS (SELECT FROM certification_part p WHERE p.id = part_id)
);
ALTER TABLE certification_result ENABLE ROW LEVEL SECURITY;
CREATE POLICY certification_result_all ON certification_result FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);
