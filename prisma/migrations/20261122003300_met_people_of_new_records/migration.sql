-- Whoever may read a risk, an act of moderation, an answer to the checklist or a question to the Chief Privacy Officer
-- may read whom it names, as with every other record.
CREATE INDEX privacy_approval_requested_by_id_idx ON privacy_approval (requested_by_id);
CREATE INDEX moderation_action_recorded_by_id_idx ON moderation_action (recorded_by_id);
CREATE INDEX moderation_step_person_id_idx ON moderation_step (person_id);
CREATE INDEX law_answer_answered_by_id_idx ON law_answer (answered_by_id);
CREATE INDEX risk_raised_by_id_idx ON risk (raised_by_id);
CREATE INDEX risk_accepted_by_id_idx ON risk (accepted_by_id);

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
    OR EXISTS (SELECT FROM corrective_action_step s WHERE s.person_id = person)
    OR EXISTS (SELECT FROM privacy_approval p WHERE p.requested_by_id = person)
    OR EXISTS (SELECT FROM moderation_action m WHERE m.recorded_by_id = person)
    OR EXISTS (SELECT FROM moderation_step s WHERE s.person_id = person)
    OR EXISTS (SELECT FROM law_answer a WHERE a.answered_by_id = person)
    OR EXISTS (SELECT FROM risk r WHERE r.raised_by_id = person)
    OR EXISTS (SELECT FROM risk r WHERE r.accepted_by_id = person);
END
$$;
