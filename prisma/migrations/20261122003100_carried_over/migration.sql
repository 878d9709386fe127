-- What databases that were filled by earlier versions lost or never had on their way here.

-- V.B.8: whoever reported an account in use found it by hand; evaluations neither double nor close such a finding.
UPDATE finding f SET origin = 'BY_HAND', opened_by_id = d.reported_by_id
FROM discovered_account d WHERE d.finding_id = f.id AND f.origin = 'AUTOMATIC' AND f.state = 'OPEN';

-- IV.A.5: what the department had set for a queue, where it came to the number of all others and the standard of that
-- queue took its place. Who set it, when and why is in the audit; what somebody has set since stays.
WITH said AS (
  SELECT e.subject_id, e.seq, e.actor_id, e.reason, e.occurred_at, c ->> 'field' AS field, c ->> 'after' AS value
  FROM audit_entry e CROSS JOIN LATERAL jsonb_array_elements(e.changes) AS c
  WHERE e.action = 'work.setPolicy' AND e.outcome = 'ACCEPTED' AND e.actor_id IS NOT NULL
), newest AS (
  SELECT DISTINCT ON (subject_id, field) * FROM said ORDER BY subject_id, field, seq DESC
)
UPDATE policy_setting s SET value = n.value::int, version = s.version + 1, changed_by_id = n.actor_id,
  changed_at = n.occurred_at, reason = coalesce(n.reason, 'Set before policy data was one.')
FROM newest n
JOIN newest q ON q.subject_id = n.subject_id AND q.field = 'queue'
JOIN (VALUES
  ('dueDays', 'WORK_DUE_DAYS'), ('stepDays', 'WORK_STEP_DAYS'), ('noticeDays', 'WORK_NOTICE_DAYS')
) AS named (field, key) ON named.field = n.field
WHERE s.queue = q.value AND s.key = named.key AND s.changed_by_id IS NULL AND s.value <> n.value::int;

-- Mail that was refused for good before anybody was told of it waits for somebody to settle it, as later mail does.
INSERT INTO mail_refusal (id, person_id, failure, mails, refused_at, last_refused_at)
SELECT gen_random_uuid(), n.person_id, 'The server refused it.', count(DISTINCT n.mail_id), min(n.created_at), max(n.created_at)
FROM notification n
WHERE n.mail_state = 'FAILED'
  AND NOT EXISTS (SELECT FROM mail_refusal r WHERE r.person_id = n.person_id AND r.settled_at IS NULL)
GROUP BY n.person_id;

-- IV.C.2: a notice from before notices were public that says nothing, or names somebody, would be an empty line on the
-- public page, or hold back the whole directory. It is withdrawn; one that was published here was checked.
UPDATE incident i SET notice_withdrawn_at = date_trunc('milliseconds', clock_timestamp())
WHERE i.public_notice IS NOT NULL AND i.notice_withdrawn_at IS NULL
  AND (btrim(i.public_notice) = '' OR names_a_person(i.public_notice))
  AND NOT EXISTS (
    SELECT FROM audit_entry e WHERE e.subject_type = 'Incident' AND e.subject_id = i.id::text
      AND e.changes @> '[{"field": "notice", "after": "PUBLISHED"}]'
  );
