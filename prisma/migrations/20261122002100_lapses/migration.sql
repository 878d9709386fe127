-- AlterTable
ALTER TABLE "person" ADD COLUMN     "training_lapse_noted_at" TIMESTAMPTZ(3),
ADD COLUMN     "training_lapses_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "role_grant" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "delegation" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "exception" ADD COLUMN     "begun_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "sid" TEXT;

-- CreateTable
CREATE TABLE "logout_token" (
    "token_hash" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "logout_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "session_issuer_sid_idx" ON "session"("issuer", "sid");

-- Walls -------------------------------------------------------------------------------------------------------

-- IV.A.3, V.B.5: from when somebody's training is not current. It is arithmetic on courses and completions, kept
-- beside the person because lists of accounts ask it of every contact; the same as trainingStanding() says.
CREATE FUNCTION training_lapse_of(wanted uuid) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT min(greatest(c.required_from, (
    SELECT max(t.expires_on)::timestamp AT TIME ZONE 'UTC' FROM training_completion t
    WHERE t.course_id = c.id AND t.person_id = wanted
  ))) FROM training_course c WHERE c.required_from IS NOT NULL AND c.ended_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION training_lapse_of(uuid) FROM PUBLIC;

-- A course changes it for everybody, so that whoever joins or completes one meanwhile waits for the course.
CREATE FUNCTION person_keeps_training_lapse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public AS $$
BEGIN
  IF TG_TABLE_NAME = 'training_course' THEN
    PERFORM pg_advisory_xact_lock(hashtext('official-accounts training'));
    PERFORM id FROM person ORDER BY id FOR NO KEY UPDATE;
    UPDATE person p SET training_lapses_at = f.at, training_lapse_noted_at = NULL
      FROM (SELECT id, training_lapse_of(id) AS at FROM person) f
      WHERE f.id = p.id AND p.training_lapses_at IS DISTINCT FROM f.at;
  ELSIF TG_TABLE_NAME = 'training_completion' THEN
    PERFORM pg_advisory_xact_lock_shared(hashtext('official-accounts training'));
    UPDATE person p SET training_lapses_at = f.at, training_lapse_noted_at = NULL
      FROM (SELECT training_lapse_of(NEW.person_id) AS at) f
      WHERE p.id = NEW.person_id AND p.training_lapses_at IS DISTINCT FROM f.at;
  ELSE
    PERFORM pg_advisory_xact_lock_shared(hashtext('official-accounts training'));
    NEW.training_lapses_at := training_lapse_of(NEW.id);
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION person_keeps_training_lapse() FROM PUBLIC;
CREATE TRIGGER training_course_ends_training AFTER INSERT OR UPDATE OF required_from, ended_at ON training_course
  FOR EACH ROW EXECUTE FUNCTION person_keeps_training_lapse();
CREATE TRIGGER training_completion_prolongs_training AFTER INSERT ON training_completion
  FOR EACH ROW EXECUTE FUNCTION person_keeps_training_lapse();
CREATE TRIGGER person_begins_untrained BEFORE INSERT ON person
  FOR EACH ROW EXECUTE FUNCTION person_keeps_training_lapse();
UPDATE person SET training_lapses_at = training_lapse_of(id);

-- V.B.12: which accounts an exception to the training of contacts covers, as covers() says it. Read as the caller.
CREATE VIEW training_exception WITH (security_invoker = true) AS
  SELECT a.id AS account_id, e.id AS exception_id, e.valid_from, e.valid_until
  FROM exception e JOIN account a ON CASE
    WHEN e.account_id IS NOT NULL THEN e.account_id = a.id
    ELSE (e.component_id IS NULL OR e.component_id = a.component_id)
      AND (e.platform_id IS NULL OR e.platform_id = a.platform_id)
      AND (e.component_id IS NOT NULL OR e.platform_id IS NOT NULL)
  END
  WHERE e.state = 'GRANTED' AND 'IV.A.3' = ANY (e.clauses);
GRANT SELECT ON training_exception TO official_accounts_app;

-- V.B.5: in which components somebody has a duty at an instant, by a role of their own or one that is lent, the parts
-- below included; also where the asker does not see the roles themselves.
CREATE FUNCTION duties_of(person uuid, at timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public AS $$
    WITH RECURSIVE held AS (
      SELECT g.component_id AS id FROM role_grant g
      WHERE g.person_id = person AND g.component_id IS NOT NULL AND g.revoked_at IS NULL
        AND (g.valid_until IS NULL OR g.valid_until > at)
      UNION SELECT coalesce(d.office_id, d.component_id) FROM delegations_of(person, at) d
      WHERE d.kind <> 'RECUSAL' AND coalesce(d.office_id, d.component_id) IS NOT NULL
      UNION SELECT c.id FROM component c JOIN held h ON c.parent_id = h.id
    ) SELECT id FROM held
  $$;
REVOKE EXECUTE ON FUNCTION duties_of(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duties_of(uuid, timestamptz) TO official_accounts_app;

-- A role that has ended by its date may be given again.
DROP INDEX role_grant_one_current;
CREATE UNIQUE INDEX role_grant_one_current ON role_grant (person_id, role, component_id) NULLS NOT DISTINCT
  WHERE revoked_at IS NULL AND ended_at IS NULL;

-- What an exception says stays fixed, and what followed from its dates is noted once.
CREATE OR REPLACE FUNCTION exception_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state <> NEW.state AND NOT (OLD.state = 'REQUESTED' OR (OLD.state = 'GRANTED' AND NEW.state = 'REVOKED')))
    OR (OLD.begun_at IS NOT NULL AND NEW.begun_at IS DISTINCT FROM OLD.begun_at)
    OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at)
    OR (to_jsonb(NEW) - '{state,conditions,begun_at,ended_at,version,changed_at}'::text[])
      <> (to_jsonb(OLD) - '{state,conditions,begun_at,ended_at,version,changed_at}'::text[]) THEN
    RAISE EXCEPTION 'an exception is decided once and never rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- A delegation is revoked, or ends by the date it was given; it is never changed.
CREATE OR REPLACE FUNCTION delegation_is_only_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL OR (NEW.revoked_at IS NULL AND NEW.ended_at IS NULL)
    OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at)
    OR (to_jsonb(NEW) - '{revoked_at,revoked_by_id,revocation_reason,ended_at,version}'::text[])
      <> (to_jsonb(OLD) - '{revoked_at,revoked_by_id,revocation_reason,ended_at,version}'::text[]) THEN
    RAISE EXCEPTION 'a delegation is revoked, never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- What ends by its date is ended once, and not before that date.
ALTER TABLE role_grant ADD CONSTRAINT role_grant_ends_after_its_date CHECK (ended_at >= valid_until);
ALTER TABLE delegation ADD CONSTRAINT delegation_ends_after_its_date CHECK (ended_at >= valid_until);
ALTER TABLE exception ADD CONSTRAINT exception_is_looked_at_in_time CHECK (
  begun_at >= valid_from AND ended_at >= valid_until
);

-- Whoever is deactivated is signed out with it, everywhere (V.B.5); who does it sees nobody else's sessions.
CREATE FUNCTION deactivation_ends_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public AS $$
BEGIN
  UPDATE session SET ended_at = coalesce(NEW.deactivated_at, clock_timestamp()), id_token = NULL
  WHERE person_id = NEW.id AND ended_at IS NULL;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION deactivation_ends_sessions() FROM PUBLIC;
CREATE TRIGGER deactivation_ends_sessions AFTER UPDATE OF state ON person
  FOR EACH ROW WHEN (NEW.state = 'DEACTIVATED' AND OLD.state <> 'DEACTIVATED')
  EXECUTE FUNCTION deactivation_ends_sessions();

-- What the identity provider says of sessions is the system's own business.
GRANT SELECT, INSERT, DELETE ON logout_token TO official_accounts_app;
ALTER TABLE logout_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY logout_token_all ON logout_token FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) = 'system'
);
