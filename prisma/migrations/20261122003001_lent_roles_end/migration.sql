-- IV.A.4: what somebody lent out of a role ends with that role, for good: a role that is given again lends nothing anew.
ALTER TABLE delegation DROP CONSTRAINT delegation_ends_after_its_date;
ALTER TABLE delegation ADD CONSTRAINT delegation_ends_after_its_date CHECK (
  ended_at >= valid_until OR kind IN ('APPROVAL', 'COVER')
);
DROP INDEX delegation_once;
CREATE UNIQUE INDEX delegation_once ON delegation
  (kind, delegator_id, delegate_id, role, office_id, component_id, platform_id, account_id) NULLS NOT DISTINCT
  WHERE revoked_at IS NULL AND ended_at IS NULL AND valid_until IS NULL;

CREATE OR REPLACE FUNCTION delegations_of(person uuid, at timestamptz) RETURNS SETOF delegation LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public AS $$
    SELECT d.* FROM delegation d
    WHERE (d.delegate_id = person OR (d.kind = 'RECUSAL' AND d.delegator_id = person))
      AND d.revoked_at IS NULL AND d.ended_at IS NULL AND d.valid_from <= at AND (d.valid_until IS NULL OR d.valid_until > at)
      AND (d.kind IN ('ACTING', 'RECUSAL') OR EXISTS (
        SELECT FROM role_grant g JOIN person p ON p.id = g.person_id
        WHERE g.person_id = d.delegator_id AND g.role = d.role AND g.component_id IS NOT DISTINCT FROM d.office_id
          AND g.revoked_at IS NULL AND g.valid_from <= at AND (g.valid_until IS NULL OR g.valid_until > at)
          AND p.state = 'ACTIVE'
      ))
  $$;
