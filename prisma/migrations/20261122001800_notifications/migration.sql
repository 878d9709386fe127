-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('NONE', 'PENDING', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "MailPreference" AS ENUM ('AT_ONCE', 'DAILY', 'NONE');

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mail_state" "MailState" NOT NULL,
    "mail_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "person_id" UUID NOT NULL,
    "mail" "MailPreference" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "mail_outage" (
    "id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL,
    "failure" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mail_outage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_policy" (
    "id" UUID NOT NULL,
    "queue" TEXT NOT NULL,
    "due_days" INTEGER NOT NULL,
    "step_days" INTEGER NOT NULL,
    "notice_days" INTEGER NOT NULL,
    "is_default" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "work_policy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notification_person_id_id_idx" ON "notification"("person_id", "id");

-- CreateIndex
CREATE INDEX "notification_mail_id_idx" ON "notification"("mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_event_id_person_id_key" ON "notification"("event_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_policy_queue_key" ON "work_policy"("queue");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

ALTER TABLE notification
  ADD CONSTRAINT notification_mail CHECK (
    CASE mail_state
      WHEN 'PENDING' THEN next_attempt_at IS NOT NULL AND sent_at IS NULL
      WHEN 'SENT' THEN mail_id IS NOT NULL AND sent_at IS NOT NULL AND next_attempt_at IS NULL
      WHEN 'FAILED' THEN mail_id IS NOT NULL AND sent_at IS NULL AND next_attempt_at IS NULL
      WHEN 'NONE' THEN sent_at IS NULL AND next_attempt_at IS NULL
    END
  );
-- The mail that waits, the longest first.
CREATE INDEX notification_mail_due ON notification (next_attempt_at) WHERE mail_state = 'PENDING';
CREATE INDEX notification_unread ON notification (person_id) WHERE read_at IS NULL;
CREATE UNIQUE INDEX mail_outage_open ON mail_outage ((ended_at IS NULL)) WHERE ended_at IS NULL;

-- What was told stays as it was told; a mail that went out goes out no second time.
CREATE FUNCTION notification_is_told_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{read_at,mail_state,mail_id,attempts,next_attempt_at,sent_at}'::text[])
      <> (to_jsonb(OLD) - '{read_at,mail_state,mail_id,attempts,next_attempt_at,sent_at}'::text[])
    OR (OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at)
    OR (OLD.mail_state <> 'PENDING' AND NEW.mail_state <> OLD.mail_state)
    OR (OLD.mail_id IS NOT NULL AND NEW.mail_id IS DISTINCT FROM OLD.mail_id) THEN
    RAISE EXCEPTION 'notification % is told once and never rewritten', NEW.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notification_is_told_once BEFORE UPDATE ON notification
  FOR EACH ROW EXECUTE FUNCTION notification_is_told_once();

GRANT SELECT, INSERT, UPDATE ON notification, notification_preference, mail_outage TO official_accounts_app;
GRANT SELECT, INSERT, UPDATE ON work_policy TO official_accounts_app;

-- One's own, and nobody else's: not the department's offices' either.
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY notification_own ON notification FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) = 'system' OR person_id = (SELECT actor_person())
) WITH CHECK ((SELECT actor_scope()) = 'system' OR person_id = (SELECT actor_person()));
CREATE POLICY notification_told_by_system ON notification AS RESTRICTIVE FOR INSERT TO official_accounts_app
  WITH CHECK ((SELECT actor_scope()) = 'system');

ALTER TABLE notification_preference ENABLE ROW LEVEL SECURITY;
CREATE POLICY notification_preference_own ON notification_preference FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) = 'system' OR person_id = (SELECT actor_person())
);

-- The department's business, as publications are.
ALTER TABLE mail_outage ENABLE ROW LEVEL SECURITY;
CREATE POLICY mail_outage_read ON mail_outage FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);
CREATE POLICY mail_outage_insert ON mail_outage FOR INSERT TO official_accounts_app
  WITH CHECK ((SELECT actor_scope()) = 'system');
CREATE POLICY mail_outage_update ON mail_outage FOR UPDATE TO official_accounts_app
  USING ((SELECT actor_scope()) IN ('system', 'department'));

-- By when work is due is no secret; the department's offices set it.
ALTER TABLE work_policy
  ADD CONSTRAINT work_policy_days CHECK (
    due_days BETWEEN 1 AND 365 AND step_days BETWEEN 1 AND 365 AND notice_days BETWEEN 1 AND 365
  );
ALTER TABLE work_policy ENABLE ROW LEVEL SECURITY;
CREATE POLICY work_policy_read ON work_policy FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department', 'component', 'listed')
);
CREATE POLICY work_policy_insert ON work_policy FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
CREATE POLICY work_policy_update ON work_policy FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);

-- Values to start from, marked as such: neither the Directive nor this project gives them.
INSERT INTO work_policy (id, queue, due_days, step_days, notice_days, is_default, changed_at) VALUES
  ('01993b00-0000-7000-8000-000000000001', '*', 14, 7, 14, true, '2026-11-22T00:00:00Z'),
  ('01993b00-0000-7000-8000-000000000002', 'ACCESS_RENEWAL', 14, 7, 30, true, '2026-11-22T00:00:00Z'),
  ('01993b00-0000-7000-8000-000000000003', 'DELEGATION_ENDING', 14, 7, 14, true, '2026-11-22T00:00:00Z');
