-- IV.A.5: what the public was told of a compromise stays until the recovery is done, also where the account is back before;
-- the pages then say that it is back. Of an incident the public reads its notice and since when; nothing else.
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
  WHERE i.account_id = a.id AND i.state = 'CONTAINED'
    AND i.notice_published_at IS NOT NULL AND i.notice_withdrawn_at IS NULL
  ORDER BY i.notice_published_at DESC, i.id DESC LIMIT 1
) notice ON true
WHERE a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED');
