-- Reminders of work, mail that is refused for good, and what the public is told of an incident.

-- AlterTable
ALTER TABLE "notification" ADD COLUMN "reminds_of" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "incident" ADD COLUMN "notice_language" TEXT,
ADD COLUMN "notice_published_at" TIMESTAMPTZ(3),
ADD COLUMN "notice_withdrawn_at" TIMESTAMPTZ(3);

-- CreateEnum
CREATE TYPE "MailRefusalOutcome" AS ENUM ('SENT_AGAIN', 'GIVEN_UP');

-- CreateTable
CREATE TABLE "mail_refusal" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "failure" TEXT NOT NULL,
    "mails" INTEGER NOT NULL DEFAULT 1,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,
    "last_refused_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "MailRefusalOutcome",
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mail_refusal_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "mail_refusal" ADD CONSTRAINT "mail_refusal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_refusal" ADD CONSTRAINT "mail_refusal_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls -------------------------------------------------------------------------------------------------------

-- What reminders a person had: asked before each reminder.
CREATE INDEX notification_reminders ON notification (person_id, id) WHERE kind LIKE 'work.%';

-- The Directive does not give it: a standard of this product until the office sets its own.
INSERT INTO policy_setting (id, key, unit, clause, value, standard_value) VALUES
  ('01993000-0000-7000-8000-000000002401', 'WORK_REMINDER_DAYS', 'DAYS', 'IV.A.5', 3, 3);

-- A mail that was refused for good waits again, or is given up; one that went out goes out no second time.
CREATE OR REPLACE FUNCTION notification_is_told_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{read_at,mail_state,mail_id,attempts,next_attempt_at,sent_at}'::text[])
      <> (to_jsonb(OLD) - '{read_at,mail_state,mail_id,attempts,next_attempt_at,sent_at}'::text[])
    OR (OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at)
    OR (OLD.mail_state IN ('SENT', 'NONE') AND NEW.mail_state <> OLD.mail_state)
    OR (OLD.mail_state = 'FAILED' AND NEW.mail_state NOT IN ('FAILED', 'PENDING', 'NONE'))
    OR (OLD.mail_id IS NOT NULL AND NEW.mail_id IS DISTINCT FROM OLD.mail_id) THEN
    RAISE EXCEPTION 'notification % is told once and never rewritten', NEW.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whose address takes no mail: the department's business, as an outage is; what the mails told is not.
CREATE UNIQUE INDEX mail_refusal_open ON mail_refusal (person_id) WHERE settled_at IS NULL;
ALTER TABLE mail_refusal
  ADD CONSTRAINT mail_refusal_is_settled_once CHECK ((settled_at IS NULL) = (outcome IS NULL));
CREATE FUNCTION mail_refusal_stays_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.settled_at IS NOT NULL
    OR (NEW.person_id, NEW.refused_at) IS DISTINCT FROM (OLD.person_id, OLD.refused_at) THEN
    RAISE EXCEPTION 'mail refusal % is not rewritten', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mail_refusal_stays_settled BEFORE UPDATE OR DELETE ON mail_refusal
  FOR EACH ROW EXECUTE FUNCTION mail_refusal_stays_settled();
GRANT SELECT, INSERT, UPDATE ON mail_refusal TO official_accounts_app;
ALTER TABLE mail_refusal ENABLE ROW LEVEL SECURITY;
CREATE POLICY mail_refusal_read ON mail_refusal FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);
CREATE POLICY mail_refusal_insert ON mail_refusal FOR INSERT TO official_accounts_app
  WITH CHECK ((SELECT actor_scope()) = 'system');
CREATE POLICY mail_refusal_update ON mail_refusal FOR UPDATE TO official_accounts_app
  USING ((SELECT actor_scope()) IN ('system', 'department'));

-- The only way to the mails of somebody else: those of a refusal that is open go out again, or not at all.
CREATE FUNCTION settle_refused_mails(refusal uuid, again boolean, at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE settled integer;
BEGIN
  IF actor_scope() NOT IN ('system', 'department') THEN
    RAISE EXCEPTION 'refused mail is the department''s to settle' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE notification SET mail_state = (CASE WHEN again THEN 'PENDING' ELSE 'NONE' END)::"MailState",
    next_attempt_at = CASE WHEN again THEN at END
  WHERE mail_state = 'FAILED'
    AND person_id = (SELECT person_id FROM mail_refusal WHERE id = refusal AND settled_at IS NULL);
  GET DIAGNOSTICS settled = ROW_COUNT;
  RETURN settled;
END $$;
REVOKE EXECUTE ON FUNCTION settle_refused_mails FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settle_refused_mails TO official_accounts_app;

-- Notices that were kept and shown to nobody become public with the account's suspension; of what is over they end.
ALTER TABLE incident DISABLE TRIGGER incident_moves_forward;
UPDATE incident SET notice_language = 'en', notice_published_at = coalesce(contained_at, reported_at), notice_withdrawn_at = resolved_at
WHERE public_notice IS NOT NULL;
ALTER TABLE incident ENABLE TRIGGER incident_moves_forward;
ALTER TABLE incident
  ADD CONSTRAINT incident_notice CHECK (
    CASE WHEN public_notice IS NULL
      THEN notice_language IS NULL AND notice_published_at IS NULL AND notice_withdrawn_at IS NULL
      ELSE notice_language IS NOT NULL AND notice_published_at IS NOT NULL
    END
  ),
  ADD CONSTRAINT incident_notice_ends CHECK (state <> 'RESOLVED' OR public_notice IS NULL OR notice_withdrawn_at IS NOT NULL);

-- Of an incident the public reads its notice and since when, while the account is suspended; nothing else.
CREATE OR REPLACE VIEW directory_account AS
SELECT a.id, a.slug, a.title, a.handle, a.profile_url, a.canonical_key,
  (CASE a.state WHEN 'SUSPENDED' THEN 'SUSPENDED' WHEN 'RETIRED' THEN 'FORMERLY_OFFICIAL' ELSE 'OFFICIAL' END)
    ::"DirectoryAccountStatus" AS status,
  a.platform_id, a.component_id, a.purpose, a.language, a.topics,
  a.official_outlet_url, a.comment_policy_url, a.privacy_notice_url,
  a.source, a.listed_on,
  (CASE WHEN a.migration_id IS NULL THEN (a.activated_at AT TIME ZONE 'UTC')::date END) AS official_since,
  a.last_confirmed_on,
  (CASE WHEN a.state = 'SUSPENDED' THEN (a.suspended_at AT TIME ZONE 'UTC')::date END) AS suspended_on,
  (a.retired_at AT TIME ZONE 'UTC')::date AS retired_on,
  (SELECT s.id FROM account s WHERE s.id = a.successor_id AND s.use_category = 'PUBLIC_COMMUNICATION'
    AND s.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED')) AS successor_id,
  c.code || ' ' || p.name || ' ' || lower(a.handle) || ' ' || a.id AS sort_key,
  a.changed_at,
  notice.public_notice AS notice, notice.notice_language,
  (notice.notice_published_at AT TIME ZONE 'UTC')::date AS notice_since
FROM account a JOIN component c ON c.id = a.component_id JOIN platform p ON p.id = a.platform_id
LEFT JOIN LATERAL (
  SELECT i.public_notice, i.notice_language, i.notice_published_at FROM incident i
  WHERE i.account_id = a.id AND a.state = 'SUSPENDED' AND i.state = 'CONTAINED'
    AND i.notice_published_at IS NOT NULL AND i.notice_withdrawn_at IS NULL
  ORDER BY i.notice_published_at DESC, i.id DESC LIMIT 1
) notice ON true
WHERE a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED');

-- A suspension at the end of a timer, and a notice that begins or ends, are told as well.
CREATE OR REPLACE VIEW directory_change AS
SELECT e.id,
  (CASE e.action
    WHEN 'account.activate' THEN 'LISTED'
    WHEN 'account.suspend' THEN 'SUSPENDED' WHEN 'timer.advance' THEN 'SUSPENDED'
    WHEN 'account.reinstate' THEN 'REINSTATED'
    WHEN 'account.rename' THEN 'RENAMED' WHEN 'account.update' THEN 'UPDATED'
    WHEN 'account.claim' THEN 'CONFIRMED' ELSE 'RETIRED' END) AS kind,
  a.id AS account_id, e.occurred_at AS at
FROM audit_entry e JOIN account a ON a.id::text = e.subject_id
WHERE e.subject_type = 'Account' AND e.outcome = 'ACCEPTED'
  AND a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED')
  AND (e.action IN ('account.activate', 'account.suspend', 'account.reinstate', 'account.rename',
      'account.update', 'account.claim')
    OR (e.action IN ('account.confirmDeactivation', 'account.confirmArchive')
      AND e.changes @> '[{"field": "state", "after": "RETIRED"}]')
    OR (e.action = 'timer.advance' AND e.changes @> '[{"field": "state", "after": "SUSPENDED"}]'))
UNION ALL
SELECT e.id,
  (CASE WHEN e.changes @> '[{"field": "notice", "after": "PUBLISHED"}]' THEN 'NOTICE_PUBLISHED'
    ELSE 'NOTICE_WITHDRAWN' END),
  a.id, e.occurred_at
FROM audit_entry e JOIN incident i ON i.id::text = e.subject_id JOIN account a ON a.id = i.account_id
WHERE e.subject_type = 'Incident' AND e.outcome = 'ACCEPTED'
  AND a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED')
  AND (e.changes @> '[{"field": "notice", "after": "PUBLISHED"}]'
    OR e.changes @> '[{"field": "notice", "after": "WITHDRAWN"}]')
UNION ALL
SELECT a.id, 'LISTED', a.id, a.created_at
FROM account a
WHERE a.migration_id IS NOT NULL
  AND a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED');

-- A notice that names somebody would hold back the whole directory (IV.C.2): asked before it is published. Runs as its
-- owner: who writes a notice need not see everybody.
CREATE FUNCTION names_a_person(told text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH said AS (SELECT ' ' || regexp_replace(lower(told), '[^[:alpha:]]+', ' ', 'g') || ' ' AS text)
  SELECT EXISTS (
    SELECT FROM said, person p,
      LATERAL (SELECT regexp_split_to_array(btrim(regexp_replace(lower(p.display_name), '[^[:alpha:]]+', ' ', 'g')), ' ') AS words) n,
      LATERAL generate_series(1, cardinality(n.words)) AS begin
    WHERE p.affiliation <> 'PROGRAM' AND cardinality(n.words) > 1
      AND said.text LIKE '% ' || array_to_string(n.words[begin:] || n.words[:begin - 1], ' ') || ' %'
  )
$$;
REVOKE EXECUTE ON FUNCTION names_a_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION names_a_person TO official_accounts_app;
