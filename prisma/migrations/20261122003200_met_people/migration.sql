-- Whoever may read a record may read whom it names: who asked for access or an exception, who lent, recorded or
-- revoked a power, who opened a finding and gave out what is to be done about it. Such a person is often of another
-- component, or of an office that decided nothing here yet. Each question runs as whoever asks, under the policies of
-- the record's own table.
CREATE INDEX access_grant_requested_by_id_idx ON access_grant (requested_by_id);
CREATE INDEX exception_requested_by_id_idx ON exception (requested_by_id);
CREATE INDEX delegation_recorded_by_id_idx ON delegation (recorded_by_id);
CREATE INDEX finding_opened_by ON finding (opened_by_id) WHERE opened_by_id IS NOT NULL;
CREATE INDEX finding_closed_by ON finding (closed_by_id) WHERE closed_by_id IS NOT NULL;
CREATE INDEX corrective_action_assigned_by_id_idx ON corrective_action (assigned_by_id);
CREATE INDEX corrective_action_step_person_id_idx ON corrective_action_step (person_id);

CREATE OR REPLACE FUNCTION actor_meets_person(person uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM contact k WHERE k.person_id = person)
    OR EXISTS (SELECT FROM decision d WHERE d.decided_by_id = person)
    OR EXISTS (SELECT FROM access_grant g WHERE g.person_id = person)
    OR EXISTS (SELECT FROM access_grant g WHERE g.requested_by_id = person)
    OR EXISTS (SELECT FROM exception e WHERE e.requested_by_id = person)
    OR EXISTS (SELECT FROM delegation d WHERE d.delegate_id = person)
    OR EXISTS (SELECT FROM delegation d WHERE d.delegator_id = person)
    OR EXISTS (SELECT FROM delegation d WHERE d.recorded_by_id = person)
    OR EXISTS (SELECT FROM delegation d WHERE d.revoked_by_id = person)
    OR EXISTS (SELECT FROM finding f WHERE f.opened_by_id = person)
    OR EXISTS (SELECT FROM finding f WHERE f.closed_by_id = person)
    OR EXISTS (SELECT FROM corrective_action a WHERE a.assigned_by_id = person)
    OR EXISTS (SELECT FROM corrective_action_step s WHERE s.person_id = person);
END
$$;
