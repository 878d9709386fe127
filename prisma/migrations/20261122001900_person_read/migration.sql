-- Who answers for or decided on what one may see is a question of its own: as a function it is prepared only where a
-- person is not seen for a simpler reason. It runs as whoever asks, so that the policies of contact and decision hold
-- in it as they did in the policy.
CREATE FUNCTION actor_meets_person(person uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM contact k WHERE k.person_id = person)
    OR EXISTS (SELECT FROM decision d WHERE d.decided_by_id = person);
END
$$;
DROP POLICY person_read ON person;
CREATE POLICY person_read ON person FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
  OR component_id = ANY ((SELECT actor_components())::uuid[])
  OR id = (SELECT actor_person())
  OR actor_meets_person(id)
);
REVOKE EXECUTE ON FUNCTION actor_meets_person(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION actor_meets_person(uuid) TO official_accounts_app;
