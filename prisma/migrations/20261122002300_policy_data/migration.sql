-- AlterTable
ALTER TABLE "policy_setting" ADD COLUMN     "queue" TEXT;

-- DropIndex
DROP INDEX "policy_setting_key_key";

-- CreateIndex
CREATE UNIQUE INDEX "policy_setting_key_queue_key" ON "policy_setting"("key", "queue") NULLS NOT DISTINCT;

-- Policy data in one place ------------------------------------------------------------------------------------

ALTER TABLE policy_setting
  ADD CONSTRAINT policy_setting_queue_is_of_work CHECK (queue IS NULL OR key LIKE 'WORK\_%'),
  ADD CONSTRAINT policy_setting_queue_named CHECK (queue ~ '^[A-Z][A-Z_]{1,60}$');

-- Standards of this product, not of the Directive: the days of work, and of certifications that name none of their own.
INSERT INTO policy_setting (id, key, unit, clause, value, standard_value) VALUES
  ('01993000-0000-7000-8000-000000000101', 'WORK_DUE_DAYS', 'DAYS', 'IV.A.5', 14, 14),
  ('01993000-0000-7000-8000-000000000102', 'WORK_STEP_DAYS', 'DAYS', 'IV.A.5', 7, 7),
  ('01993000-0000-7000-8000-000000000103', 'WORK_NOTICE_DAYS', 'DAYS', 'IV.A.5', 14, 14),
  ('01993000-0000-7000-8000-000000000111', 'CERTIFICATION_FIRST_REMINDER_DAYS', 'DAYS', 'IV.E.3', 14, 14),
  ('01993000-0000-7000-8000-000000000112', 'CERTIFICATION_SECOND_REMINDER_DAYS', 'DAYS', 'IV.E.3', 7, 7),
  ('01993000-0000-7000-8000-000000000113', 'CERTIFICATION_LAST_REMINDER_DAYS', 'DAYS', 'IV.E.3', 1, 1),
  ('01993000-0000-7000-8000-000000000114', 'CERTIFICATION_OVERDUE_DAYS', 'DAYS', 'IV.E.3', 1, 1);

-- What the department has set until now goes over, with who set it and why, as its audit entry says.
CREATE TABLE moved_policy AS
SELECT w.queue, d.key, d.value, w.version, set_by.actor_id, set_by.reason, w.changed_at
FROM work_policy w
CROSS JOIN LATERAL (VALUES
  ('WORK_DUE_DAYS', w.due_days), ('WORK_STEP_DAYS', w.step_days), ('WORK_NOTICE_DAYS', w.notice_days)
) AS d(key, value)
LEFT JOIN LATERAL (
  SELECT e.actor_id, coalesce(e.reason, 'Set before policy data was one.') AS reason FROM audit_entry e
  WHERE NOT w.is_default AND e.action = 'work.setPolicy' AND e.subject_id = w.id::text AND e.actor_id IS NOT NULL
  ORDER BY e.seq DESC LIMIT 1
) AS set_by ON true;

UPDATE policy_setting s SET value = m.value, version = m.version, changed_by_id = m.actor_id, reason = m.reason,
  changed_at = CASE WHEN m.actor_id IS NULL THEN NULL ELSE m.changed_at END
FROM moved_policy m WHERE m.queue = '*' AND s.key = m.key AND s.queue IS NULL;

-- A queue keeps a number of its own only where it differs from that of all others.
INSERT INTO policy_setting (id, key, queue, unit, clause, value, standard_value, version, changed_by_id, reason, changed_at)
SELECT gen_random_uuid(), m.key, m.queue, 'DAYS', 'IV.A.5', m.value,
  CASE WHEN m.actor_id IS NULL THEN m.value ELSE s.standard_value END, m.version, m.actor_id, m.reason,
  CASE WHEN m.actor_id IS NULL THEN NULL ELSE m.changed_at END
FROM moved_policy m JOIN policy_setting s ON s.key = m.key AND s.queue IS NULL
WHERE m.queue <> '*' AND m.value <> s.value;

-- Training is renewed sooner than what else ends: until now this stood in code.
INSERT INTO policy_setting (id, key, queue, unit, clause, value, standard_value) VALUES
  ('01993000-0000-7000-8000-000000000121', 'WORK_NOTICE_DAYS', 'TRAINING', 'DAYS', 'IV.A.5', 30, 30)
ON CONFLICT DO NOTHING;

-- What the public waits for, and mail that does not go out, is due at once.
INSERT INTO policy_setting (id, key, queue, unit, clause, value, standard_value) VALUES
  ('01993000-0000-7000-8000-000000000131', 'WORK_DUE_DAYS', 'PUBLICATION_FAILED', 'DAYS', 'IV.A.5', 1, 1),
  ('01993000-0000-7000-8000-000000000132', 'WORK_STEP_DAYS', 'PUBLICATION_FAILED', 'DAYS', 'IV.A.5', 1, 1),
  ('01993000-0000-7000-8000-000000000133', 'WORK_DUE_DAYS', 'MAIL_OUTAGE', 'DAYS', 'IV.A.5', 1, 1),
  ('01993000-0000-7000-8000-000000000134', 'WORK_STEP_DAYS', 'MAIL_OUTAGE', 'DAYS', 'IV.A.5', 1, 1)
ON CONFLICT DO NOTHING;

DROP TABLE moved_policy;
DROP TABLE work_policy;

GRANT INSERT ON policy_setting TO official_accounts_app;
CREATE POLICY policy_setting_insert ON policy_setting FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) = 'department'
);

-- A certification names its days or has the department's: the table gives none.
ALTER TABLE certification ALTER COLUMN reminder_days DROP DEFAULT, ALTER COLUMN overdue_days DROP DEFAULT;

-- Who owes an acknowledgement is told by component, also where the asker does not see the records themselves.
CREATE FUNCTION person_acknowledged(who uuid, which uuid) RETURNS boolean LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM acknowledgement k WHERE k.person_id = who AND k.version_id = which)
  $$;
REVOKE ALL ON FUNCTION person_acknowledged(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_acknowledged(uuid, uuid) TO official_accounts_app;
