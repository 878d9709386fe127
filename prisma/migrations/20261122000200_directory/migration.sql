-- The public directory (V.B.6): views with the public columns alone. The public role reads these and nothing else.
-- Views run with their owner's rights, so row-level security of the tables does not apply in them: each view
-- itself says which rows are public.

CREATE VIEW directory_component AS
SELECT c.id, c.code, c.slug, c.name, c.kind, c.website_url, c.parent_id,
  (SELECT count(*)::int FROM account a WHERE a.component_id = c.id AND a.use_category = 'PUBLIC_COMMUNICATION'
    AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED')) AS account_count
FROM component c;

-- A platform is public once a decision on it stands, or as a line of the terms inventory (M-13-10);
-- what is proposed, under review or denied is the department's own deliberation.
CREATE VIEW directory_platform AS
SELECT p.id, p.slug, p.name, p.also_called, p.kind,
  (CASE WHEN p.state IN ('APPROVED', 'SUSPENDED', 'RETIRED', 'PROHIBITED') THEN p.state END) AS state, p.homepage_url,
  ARRAY(SELECT h.host FROM platform_host h WHERE h.platform_id = p.id ORDER BY h.host) AS hosts,
  p.rules, p.terms_negotiated, p.terms_signed, p.terms_source, p.personal_login_required,
  p.prohibited_by_law, p.prohibited_on,
  (SELECT count(*)::int FROM account a WHERE a.platform_id = p.id AND a.use_category = 'PUBLIC_COMMUNICATION'
    AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED')) AS account_count
FROM platform p
WHERE p.state IN ('APPROVED', 'SUSPENDED', 'RETIRED', 'PROHIBITED') OR p.terms_source IS NOT NULL;

CREATE VIEW directory_account AS
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
  a.changed_at
FROM account a JOIN component c ON c.id = a.component_id JOIN platform p ON p.id = a.platform_id
WHERE a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED');

CREATE VIEW directory_alias AS
SELECT l.id, l.account_id, l.platform_id, l.handle, l.canonical_key, l.profile_url, l.former, l.valid_from, l.valid_until
FROM account_alias l JOIN account a ON a.id = l.account_id
WHERE a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED');

-- External registers' archived rows for identities that are not listed here: history, not proof.
CREATE VIEW directory_archived_listing AS
SELECT l.id, l.platform_id, l.canonical_key, l.handle, l.source, l.listed_on
FROM listing l
WHERE l.status = 'ARCHIVED' AND l.listed_on IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM account a WHERE a.platform_id = l.platform_id AND a.canonical_key = l.canonical_key
      AND a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED')
  );

-- What changed for the public, from the audit: which account, what, when; never who or why.
CREATE VIEW directory_change AS
SELECT e.id,
  (CASE e.action
    WHEN 'account.activate' THEN 'LISTED'
    WHEN 'account.suspend' THEN 'SUSPENDED' WHEN 'account.reinstate' THEN 'REINSTATED'
    WHEN 'account.rename' THEN 'RENAMED' WHEN 'account.update' THEN 'UPDATED'
    WHEN 'account.claim' THEN 'CONFIRMED' ELSE 'RETIRED' END) AS kind,
  a.id AS account_id, e.occurred_at AS at
FROM audit_entry e JOIN account a ON a.id::text = e.subject_id
WHERE e.subject_type = 'Account' AND e.outcome = 'ACCEPTED'
  AND a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED')
  AND (e.action IN ('account.activate', 'account.suspend', 'account.reinstate', 'account.rename',
      'account.update', 'account.claim')
    OR (e.action IN ('account.confirmDeactivation', 'account.confirmArchive')
      AND e.changes @> '[{"field": "state", "after": "RETIRED"}]'))
UNION ALL
SELECT a.id, 'LISTED', a.id, a.created_at
FROM account a
WHERE a.migration_id IS NOT NULL
  AND a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'RETIRING', 'SUSPENDED', 'RETIRED');

GRANT SELECT ON directory_component, directory_platform, directory_account, directory_alias,
  directory_archived_listing, directory_change
TO official_accounts_app, official_accounts_public;
