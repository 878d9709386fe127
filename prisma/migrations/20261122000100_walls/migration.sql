-- The second wall: what no exception may lift and SQL can hold. The first wall is packages/domain.

-- Invariants ------------------------------------------------------------------------------------------------

-- V.B.5: at most one current primary contact per account.
CREATE UNIQUE INDEX contact_one_current_primary ON contact (account_id) WHERE role = 'PRIMARY' AND ended_at IS NULL;
-- One person answers for an account once at a time.
CREATE UNIQUE INDEX contact_one_current_per_person ON contact (account_id, person_id) WHERE ended_at IS NULL;
-- One live account per identity on a platform.
CREATE UNIQUE INDEX account_one_live_identity ON account (platform_id, canonical_key)
  WHERE state NOT IN ('RETIRED', 'DENIED', 'WITHDRAWN');
CREATE UNIQUE INDEX account_one_external_id ON account (platform_id, external_id)
  WHERE external_id IS NOT NULL AND state NOT IN ('RETIRED', 'DENIED', 'WITHDRAWN');
-- One open finding of a kind per account.
CREATE UNIQUE INDEX finding_one_open ON finding (account_id, code) WHERE state = 'OPEN';
-- A role is held once at a time for a place.
CREATE UNIQUE INDEX role_grant_one_current ON role_grant (person_id, role, component_id) NULLS NOT DISTINCT
  WHERE revoked_at IS NULL;

ALTER TABLE account
  -- V.B.2: who asks does not decide, and permission and approval are two people's.
  ADD CONSTRAINT account_permitter_is_not_requester CHECK (permitted_by_id <> requested_by_id),
  ADD CONSTRAINT account_approver_is_not_requester CHECK (approved_by_id <> requested_by_id),
  ADD CONSTRAINT account_approver_is_not_permitter CHECK (approved_by_id <> permitted_by_id),
  -- An approved or active account was permitted and approved here, or came with a decided import.
  ADD CONSTRAINT account_approval_recorded CHECK (
    migration_id IS NOT NULL
    OR state IN ('REQUESTED', 'CHANGES_REQUESTED', 'ENDORSED', 'DENIED', 'WITHDRAWN')
    OR (permitted_by_id IS NOT NULL AND approved_by_id IS NOT NULL)
  ),
  ADD CONSTRAINT account_handle_has_no_at CHECK (handle NOT LIKE '@%'),
  ADD CONSTRAINT account_profile_url_is_https CHECK (profile_url LIKE 'https://%');

ALTER TABLE platform
  ADD CONSTRAINT platform_prohibition_names_law CHECK (
    state <> 'PROHIBITED' OR (prohibited_by_law IS NOT NULL AND prohibited_on IS NOT NULL)
  ),
  ADD CONSTRAINT platform_profile_has_rules CHECK (kind = 'TOOL' OR rules IS NOT NULL);

-- V.B.11: an archive is confirmed with its place and its digest.
ALTER TABLE retirement_confirmation
  ADD CONSTRAINT archive_is_located CHECK (
    kind <> 'ARCHIVE' OR (archive_location IS NOT NULL AND archive_sha256 ~ '^[0-9a-f]{64}$')
  );

ALTER TABLE role_grant
  ADD CONSTRAINT role_grant_not_to_oneself CHECK (granted_by_id <> person_id),
  ADD CONSTRAINT role_grant_place CHECK (
    (role IN ('COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER', 'CONTENT_AUTHOR')) = (component_id IS NOT NULL)
  ),
  ADD CONSTRAINT role_grant_period CHECK (valid_until IS NULL OR valid_until > valid_from);

-- V.B.11: RETIRED only with both confirmations, whoever writes it.
CREATE FUNCTION account_retires_with_both_confirmations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'RETIRED' AND OLD.state <> 'RETIRED'
    AND (SELECT count(*) FROM retirement_confirmation WHERE account_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'account % retires with both confirmations', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_retires_with_both_confirmations BEFORE UPDATE OF state ON account
  FOR EACH ROW EXECUTE FUNCTION account_retires_with_both_confirmations();

-- V.B.1: nothing becomes ACTIVE on a platform that is not APPROVED.
CREATE FUNCTION account_activates_on_approved_platform() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'ACTIVE' AND (TG_OP = 'INSERT' OR OLD.state <> 'ACTIVE')
    AND NOT EXISTS (SELECT FROM platform WHERE id = NEW.platform_id AND state = 'APPROVED') THEN
    RAISE EXCEPTION 'account % is on a platform that is not approved', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_activates_on_approved_platform BEFORE INSERT OR UPDATE OF state ON account
  FOR EACH ROW EXECUTE FUNCTION account_activates_on_approved_platform();

-- Audit and decisions: appended, never changed ----------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_no_truncate BEFORE TRUNCATE ON decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION audit_head_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.chain_id <> OLD.chain_id OR NEW.seq <= OLD.seq THEN
    RAISE EXCEPTION 'an audit head only moves forward' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_head_moves_forward BEFORE UPDATE OR DELETE ON audit_head
  FOR EACH ROW EXECUTE FUNCTION audit_head_moves_forward();

-- Grants ------------------------------------------------------------------------------------------------------

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO official_accounts_app, official_accounts_public;

GRANT SELECT, INSERT, UPDATE ON
  component, person, identity, role_grant, session, sign_in_attempt,
  platform, platform_host, platform_review,
  account, account_alias, contact, migration, migration_row, listing, finding
TO official_accounts_app;
GRANT DELETE ON sign_in_attempt, session, idempotency_key, platform_host TO official_accounts_app;
GRANT SELECT, INSERT ON retirement_confirmation, decision, audit_entry, idempotency_key TO official_accounts_app;
GRANT SELECT, INSERT, UPDATE ON audit_head TO official_accounts_app;
-- For readiness: which migrations were applied. The table is missing where the drift gate replays this file.
DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON _prisma_migrations TO official_accounts_app;
  END IF;
END $$;

-- Row-level security ------------------------------------------------------------------------------------------
-- app.scope: system, department, component, listed or public; app.components: comma-separated ids; app.person.
-- Settings are read in sub-selects, so that they are evaluated once a statement and not once a row.

CREATE FUNCTION actor_scope() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT current_setting('app.scope', true) $$;
CREATE FUNCTION actor_components() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(nullif(current_setting('app.components', true), ''), ',')::uuid[] $$;
CREATE FUNCTION actor_person() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_read ON account FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR ((SELECT actor_scope()) IN ('component', 'listed') AND use_category = 'PUBLIC_COMMUNICATION'
      AND state IN ('ACTIVE', 'SUSPENDED', 'RETIRING', 'RETIRED'))
);
CREATE POLICY account_insert ON account FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
CREATE POLICY account_update ON account FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);

-- What hangs on an account is written where the account may be written, and read within the own component.
CREATE FUNCTION actor_holds_account(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM account a WHERE a.id = account
      AND a.component_id = ANY (string_to_array(nullif(current_setting('app.components', true), ''), ',')::uuid[]))
  $$;

ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY contact_all ON contact FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR actor_holds_account(account_id)
);
ALTER TABLE retirement_confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY retirement_confirmation_all ON retirement_confirmation FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR actor_holds_account(account_id)
);
ALTER TABLE decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY decision_all ON decision FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR (account_id IS NOT NULL AND actor_holds_account(account_id))
  OR (platform_id IS NOT NULL AND (SELECT actor_scope()) = 'component')
);
ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY finding_all ON finding FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR component_id = ANY ((SELECT actor_components())::uuid[])
);
ALTER TABLE account_alias ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_alias_read ON account_alias FOR SELECT TO official_accounts_app USING (
  EXISTS (SELECT FROM account a WHERE a.id = account_id)
);
CREATE POLICY account_alias_write ON account_alias FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department') OR actor_holds_account(account_id)
);
CREATE POLICY account_alias_update ON account_alias FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR actor_holds_account(account_id)
);

-- Public addresses are unique over all accounts, also those the asker may not see.
CREATE FUNCTION account_slugs_like(wanted text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public AS $$
    SELECT slug FROM account WHERE slug = wanted OR starts_with(slug, wanted || '-')
  $$;

-- People: the department's offices, the own component, oneself, and whoever answers for or decided on what one may
-- see (contact and decision have policies of their own, which hold in these sub-selects).
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_read ON person FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR id = (SELECT actor_person())
  OR EXISTS (SELECT FROM contact k WHERE k.person_id = person.id)
  OR EXISTS (SELECT FROM decision d WHERE d.decided_by_id = person.id)
);
CREATE POLICY person_insert ON person FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
CREATE POLICY person_update ON person FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);
ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_grant_read ON role_grant FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR person_id = (SELECT actor_person())
);
CREATE POLICY role_grant_insert ON role_grant FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department')
);
CREATE POLICY role_grant_update ON role_grant FOR UPDATE TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);

-- Sign-in is the system's own business: nobody reads another's session.
ALTER TABLE identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_all ON identity FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) = 'system' OR person_id = (SELECT actor_person())
);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY session_all ON session FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) = 'system' OR person_id = (SELECT actor_person())
);
ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY sign_in_attempt_all ON sign_in_attempt FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) = 'system'
);

-- Audit: each component reads its own chain, the department all. Everybody who acts appends.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_read ON audit_entry FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR chain_id = ANY ((SELECT actor_components())::uuid[])
);
CREATE POLICY audit_entry_append ON audit_entry FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) IN ('system', 'department', 'component', 'listed')
);

-- Imports are the department's: rows name people and undecided accounts.
ALTER TABLE migration_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY migration_row_all ON migration_row FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY idempotency_key_all ON idempotency_key FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) = 'system' OR actor_id = (SELECT actor_person())
);
