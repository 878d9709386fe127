-- CreateEnum
CREATE TYPE "ComponentPolicyState" AS ENUM ('SUBMITTED', 'RETURNED', 'APPROVED', 'IMPLEMENTED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "ComponentProcessState" AS ENUM ('SUBMITTED', 'RETURNED', 'PUBLISHED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "GuidanceKind" AS ENUM ('GUIDANCE', 'POLICY');

-- CreateEnum
CREATE TYPE "GuidanceTopic" AS ENUM ('PROCEDURE', 'PERSONAL_CAPACITY', 'LEGAL', 'PRIVACY', 'SECURITY');

-- AlterEnum
ALTER TYPE "DecisionKind" ADD VALUE 'IMPLEMENTED';

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "component_policy_id" UUID,
ADD COLUMN     "component_process_id" UUID;

-- CreateTable
CREATE TABLE "component_policy" (
    "id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "ComponentPolicyState" NOT NULL,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "implementation" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "component_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "component_process" (
    "id" UUID NOT NULL,
    "component_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "ComponentProcessState" NOT NULL,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "component_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidance_document" (
    "id" UUID NOT NULL,
    "kind" "GuidanceKind" NOT NULL,
    "topic" "GuidanceTopic" NOT NULL,
    "title" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guidance_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidance_version" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "change_summary" TEXT NOT NULL,
    "roles" "Role"[],
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "processes_reviewed_by" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guidance_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_course" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "valid_months" INTEGER NOT NULL DEFAULT 12,
    "required_from" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_completion" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "completed_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "evidence" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_completion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "component_policy_component_id_number_key" ON "component_policy"("component_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "component_process_component_id_number_key" ON "component_process"("component_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "guidance_version_document_id_number_key" ON "guidance_version"("document_id", "number");

-- CreateIndex
CREATE INDEX "acknowledgement_person_id_idx" ON "acknowledgement"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "acknowledgement_version_id_person_id_key" ON "acknowledgement"("version_id", "person_id");

-- CreateIndex
CREATE INDEX "training_completion_person_id_idx" ON "training_completion"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_completion_course_id_person_id_completed_on_key" ON "training_completion"("course_id", "person_id", "completed_on");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_component_process_id_fkey" FOREIGN KEY ("component_process_id") REFERENCES "component_process"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_component_policy_id_fkey" FOREIGN KEY ("component_policy_id") REFERENCES "component_policy"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "component_policy" ADD CONSTRAINT "component_policy_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "component_policy" ADD CONSTRAINT "component_policy_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "component_process" ADD CONSTRAINT "component_process_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "component_process" ADD CONSTRAINT "component_process_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_version" ADD CONSTRAINT "guidance_version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "guidance_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_version" ADD CONSTRAINT "guidance_version_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement" ADD CONSTRAINT "acknowledgement_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "guidance_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement" ADD CONSTRAINT "acknowledgement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_course" ADD CONSTRAINT "training_course_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_completion" ADD CONSTRAINT "training_completion_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "training_course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_completion" ADD CONSTRAINT "training_completion_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_completion" ADD CONSTRAINT "training_completion_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

-- V.B.12: the inspector general's recommendations are no part of the Directive, and no exception to it lifts them.
ALTER TABLE exception DROP CONSTRAINT exception_clauses_may_be_lifted;
ALTER TABLE exception ADD CONSTRAINT exception_clauses_may_be_lifted CHECK (NOT clauses && ARRAY[
  'I.B.4', 'II.B', 'II.C', 'II.P', 'III.D', 'III.E', 'III.H', 'III.I', 'IV.A.1', 'IV.A.5', 'IV.B.1', 'IV.B.4',
  'IV.C.1', 'IV.C.2', 'IV.C.3', 'V.A.2', 'V.B.2', 'V.B.6', 'V.B.7', 'V.B.12', 'VI', 'OIG.1', 'OIG.2', 'OIG.3', 'OIG.4'
]);

-- IV.A.3: a version takes effect when it is published or later, never before.
ALTER TABLE guidance_version
  ADD CONSTRAINT guidance_version_not_dated_back CHECK (effective_from >= published_at),
  ADD CONSTRAINT guidance_version_number CHECK (number > 0),
  ADD CONSTRAINT guidance_version_grace CHECK (processes_reviewed_by >= effective_from);
ALTER TABLE training_course ADD CONSTRAINT training_course_months CHECK (valid_months BETWEEN 1 AND 120);
ALTER TABLE training_completion
  ADD CONSTRAINT training_completion_period CHECK (expires_on > completed_on),
  -- V.B.2: nobody vouches for their own training.
  ADD CONSTRAINT training_completion_by_another CHECK (recorded_by_id <> person_id);

-- IV.E.1, OIG.4: one version waits and one counts, for each component.
CREATE UNIQUE INDEX component_process_one_published ON component_process (component_id) WHERE state = 'PUBLISHED';
CREATE UNIQUE INDEX component_process_one_submitted ON component_process (component_id) WHERE state = 'SUBMITTED';
CREATE UNIQUE INDEX component_policy_one_approved ON component_policy (component_id)
  WHERE state IN ('APPROVED', 'IMPLEMENTED');
CREATE UNIQUE INDEX component_policy_one_submitted ON component_policy (component_id) WHERE state = 'SUBMITTED';
ALTER TABLE component_process ADD CONSTRAINT component_process_reviewed CHECK (
  state <> 'PUBLISHED' OR reviewed_at IS NOT NULL
);
ALTER TABLE component_policy ADD CONSTRAINT component_policy_implemented CHECK (
  state <> 'IMPLEMENTED' OR implementation IS NOT NULL
);

-- What a component wrote is fixed when it is submitted; only its standing moves.
CREATE FUNCTION component_document_keeps_its_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{state,reviewed_at,implementation,version,changed_at}'::text[])
    <> (to_jsonb(OLD) - '{state,reviewed_at,implementation,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'what was submitted is never rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER component_process_keeps_its_text BEFORE UPDATE ON component_process
  FOR EACH ROW EXECUTE FUNCTION component_document_keeps_its_text();
CREATE TRIGGER component_policy_keeps_its_text BEFORE UPDATE ON component_policy
  FOR EACH ROW EXECUTE FUNCTION component_document_keeps_its_text();

-- V.B.2: whoever submits does not review.
CREATE FUNCTION component_document_is_reviewed_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM component_process WHERE id = NEW.component_process_id AND submitted_by_id = NEW.decided_by_id)
    OR EXISTS (SELECT FROM component_policy WHERE id = NEW.component_policy_id AND submitted_by_id = NEW.decided_by_id)
  THEN
    RAISE EXCEPTION 'what a component submits is reviewed by another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER component_document_is_reviewed_by_another BEFORE INSERT ON decision
  FOR EACH ROW WHEN (NEW.component_process_id IS NOT NULL OR NEW.component_policy_id IS NOT NULL)
  EXECUTE FUNCTION component_document_is_reviewed_by_another();

-- Versions, acknowledgements and completions are appended and never changed.
CREATE TRIGGER guidance_version_append_only BEFORE UPDATE OR DELETE ON guidance_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acknowledgement_append_only BEFORE UPDATE OR DELETE ON acknowledgement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER training_completion_append_only BEFORE UPDATE OR DELETE ON training_completion
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON guidance_document, training_course, component_process, component_policy
  TO official_accounts_app;
GRANT SELECT, INSERT ON guidance_version, acknowledgement, training_completion TO official_accounts_app;

-- The library and the courses are for everybody who signs in; the department's offices write them.
DO $$ DECLARE of text; BEGIN
  FOREACH of IN ARRAY ARRAY['guidance_document', 'guidance_version', 'training_course'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO official_accounts_app USING ('
      '(SELECT actor_scope()) IN (''system'', ''department'', ''component'', ''listed''))', of || '_read', of);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO official_accounts_app WITH CHECK ('
      '(SELECT actor_scope()) IN (''system'', ''department''))', of || '_insert', of);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO official_accounts_app USING ('
      '(SELECT actor_scope()) IN (''system'', ''department''))', of || '_update', of);
  END LOOP;
END $$;

-- Who has read what: the own, the own component's people's, or everybody's. Nobody acknowledges for another.
ALTER TABLE acknowledgement ENABLE ROW LEVEL SECURITY;
CREATE POLICY acknowledgement_read ON acknowledgement FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR person_id = (SELECT actor_person())
  OR EXISTS (SELECT FROM person p WHERE p.id = person_id AND p.component_id = ANY ((SELECT actor_components())::uuid[]))
);
CREATE POLICY acknowledgement_insert ON acknowledgement FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) = 'system' OR person_id = (SELECT actor_person())
);
ALTER TABLE training_completion ENABLE ROW LEVEL SECURITY;
CREATE POLICY training_completion_read ON training_completion FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR person_id = (SELECT actor_person())
  OR EXISTS (SELECT FROM person p WHERE p.id = person_id AND p.component_id = ANY ((SELECT actor_components())::uuid[]))
);
CREATE POLICY training_completion_insert ON training_completion FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
-- A rule asks until when somebody's training counts, also where the asker does not see the records themselves.
CREATE FUNCTION person_training(wanted uuid) RETURNS TABLE (course_id uuid, expires_on date) LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public AS $$
    SELECT t.course_id, max(t.expires_on) FROM training_completion t WHERE t.person_id = wanted GROUP BY t.course_id
  $$;
REVOKE ALL ON FUNCTION person_training(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_training(uuid) TO official_accounts_app;

ALTER TABLE component_process ENABLE ROW LEVEL SECURITY;
CREATE POLICY component_process_all ON component_process FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
ALTER TABLE component_policy ENABLE ROW LEVEL SECURITY;
CREATE POLICY component_policy_all ON component_policy FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
-- Beside decision_all, whatever that says.
CREATE POLICY decision_on_component_documents ON decision FOR ALL TO official_accounts_app USING (
  (component_process_id IS NOT NULL AND EXISTS (SELECT FROM component_process p WHERE p.id = component_process_id))
  OR (component_policy_id IS NOT NULL AND EXISTS (SELECT FROM component_policy p WHERE p.id = component_policy_id))
);
