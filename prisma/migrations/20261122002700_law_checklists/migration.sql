-- CreateEnum
CREATE TYPE "LawOutcome" AS ENUM ('MET', 'NOT_MET', 'NOT_APPLICABLE');

-- CreateTable
CREATE TABLE "law_checklist" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "adopted_by_id" UUID,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "law_checklist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "law_answer" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "item_key" TEXT NOT NULL,
    "item_version" INTEGER NOT NULL,
    "outcome" "LawOutcome" NOT NULL,
    "note" TEXT,
    "answered_by_id" UUID NOT NULL,
    "role" "Role",
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "law_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "law_checklist_version_key" ON "law_checklist"("version");

-- CreateIndex
CREATE UNIQUE INDEX "law_answer_account_id_item_key_key" ON "law_answer"("account_id", "item_key");

-- AddForeignKey
ALTER TABLE "law_checklist" ADD CONSTRAINT "law_checklist_adopted_by_id_fkey" FOREIGN KEY ("adopted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "law_answer" ADD CONSTRAINT "law_answer_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "law_answer" ADD CONSTRAINT "law_answer_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The checklist of law and policy (V.A.2) -----------------------------------------------------------------------

ALTER TABLE law_checklist
  ADD CONSTRAINT law_checklist_is_adopted CHECK (is_default = (adopted_by_id IS NULL)),
  ADD CONSTRAINT law_checklist_has_items CHECK (jsonb_typeof(items) = 'array' AND jsonb_array_length(items) > 0);
CREATE TRIGGER law_checklist_append_only BEFORE UPDATE OR DELETE ON law_checklist
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE law_answer
  -- What is not met, and what does not apply, is said why.
  ADD CONSTRAINT law_answer_says_why CHECK (outcome = 'MET' OR btrim(coalesce(note, '')) <> '');

-- An answer is to an item that the named version put into words, and that no fact answers; it is replaced by a later
-- one and never moved to another account or item.
CREATE FUNCTION law_answer_is_to_an_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM law_checklist c, jsonb_array_elements(c.items) i
    WHERE c.version = NEW.item_version AND i ->> 'key' = NEW.item_key AND i ->> 'fact' IS NULL) THEN
    RAISE EXCEPTION 'nobody answers item % by hand', NEW.item_key USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND ((NEW.id, NEW.account_id, NEW.item_key) IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.item_key)
    OR NEW.answered_at < OLD.answered_at OR NEW.item_version < OLD.item_version) THEN
    RAISE EXCEPTION 'an answer is replaced by a later one' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION law_answer_is_to_an_item() FROM PUBLIC;
CREATE TRIGGER law_answer_is_to_an_item BEFORE INSERT OR UPDATE ON law_answer
  FOR EACH ROW EXECUTE FUNCTION law_answer_is_to_an_item();

-- V.A.2: no request is approved while an item for people is unanswered or not met. No exception lifts it.
CREATE FUNCTION account_is_approved_when_lawful() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.state = 'APPROVED' AND OLD.state <> 'APPROVED' AND EXISTS (
    SELECT FROM (SELECT items FROM law_checklist ORDER BY version DESC LIMIT 1) c
    CROSS JOIN jsonb_to_recordset(c.items) AS i(key text, version int, fact text)
    WHERE i.fact IS NULL AND NOT EXISTS (SELECT FROM law_answer n WHERE n.account_id = NEW.id AND n.item_key = i.key
      AND n.item_version = i.version AND n.outcome <> 'NOT_MET')
  ) THEN
    RAISE EXCEPTION 'the checklist of law and policy of account % is not in order', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION account_is_approved_when_lawful() FROM PUBLIC;
CREATE TRIGGER account_is_approved_when_lawful BEFORE UPDATE OF state ON account
  FOR EACH ROW EXECUTE FUNCTION account_is_approved_when_lawful();

GRANT SELECT, INSERT ON law_checklist TO official_accounts_app;
GRANT SELECT, INSERT, UPDATE ON law_answer TO official_accounts_app;
ALTER TABLE law_checklist ENABLE ROW LEVEL SECURITY;
-- Whoever is signed in may read what accounts are asked.
CREATE POLICY law_checklist_read ON law_checklist FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department', 'component', 'listed')
);
CREATE POLICY law_checklist_insert ON law_checklist FOR INSERT TO official_accounts_app WITH CHECK (
  (SELECT actor_scope()) = 'department'
);
ALTER TABLE law_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY law_answer_all ON law_answer FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department') OR actor_holds_account(account_id)
);

-- How long an answer holds: a standard of this product, not of the Directive.
INSERT INTO policy_setting (id, key, unit, clause, value, standard_value) VALUES
  ('01993000-0000-7000-8000-000000002701', 'LAW_ANSWER_PERIOD_DAYS', 'DAYS', 'V.A.2', 365, 365);

-- Who owes an account answers, and since when or from when. It reads as its owner and says itself whose accounts the
-- caller sees, as the policies do: asked of every answer, they would cost more than all the rest.
CREATE VIEW law_duty WITH (security_barrier = true) AS
  SELECT a.id AS account_id, i.answerer, a.component_id,
    min(coalesce(n.answered_at + make_interval(days => s.value),
      greatest(v.adopted_at, a.claimed_at, a.created_at))) AS asked_since
  FROM account a
  CROSS JOIN (SELECT items FROM law_checklist ORDER BY version DESC LIMIT 1) c
  CROSS JOIN LATERAL jsonb_to_recordset(c.items) AS i(key text, version int, answerer text, fact text)
  JOIN law_checklist v ON v.version = i.version
  JOIN policy_setting s ON s.key = 'LAW_ANSWER_PERIOD_DAYS' AND s.queue IS NULL
  LEFT JOIN law_answer n ON n.account_id = a.id AND n.item_key = i.key AND n.item_version = i.version
  WHERE i.fact IS NULL AND (a.migration_id IS NULL OR a.claimed_at IS NOT NULL)
    AND a.state IN ('REQUESTED', 'CHANGES_REQUESTED', 'ENDORSED', 'APPROVED', 'ACTIVE', 'SUSPENDED')
    AND ((SELECT actor_scope()) IN ('system', 'department') OR a.component_id = ANY ((SELECT actor_components())::uuid[]))
  GROUP BY a.id, i.answerer, a.component_id;
GRANT SELECT ON law_duty TO official_accounts_app;

-- The default checklist: what this product comes with, marked as nobody's decision, until Public Affairs adopts its
-- own. Its words are this product's and not the Directive's.
INSERT INTO law_checklist (id, version, items, is_default, adopted_at, reason) VALUES (
  '019ab000-0000-7000-8000-000000002700', 1,
  '[
    {"key": "accessiblePosts", "area": "ACCESSIBILITY", "version": 1, "answerer": "ACCOUNT", "authority": "III.D", "fact": null,
      "question": "Does it publish so that people with disabilities take part?",
      "help": "Text for pictures, captions for videos, and an ordinary way to reach the office."},
    {"key": "accessiblePlatform", "area": "ACCESSIBILITY", "version": 1, "answerer": "CIO", "authority": "III.D",
      "fact": "PLATFORM_ACCESSIBILITY_REVIEW", "question": "Does its platform pass the accessibility review?", "help": null},
    {"key": "commentPolicy", "area": "CIVIL_RIGHTS", "version": 1, "answerer": "ACCOUNT", "authority": null,
      "fact": "COMMENT_POLICY", "question": "Are comments treated by a rule that the public can read?", "help": null},
    {"key": "informationRequests", "area": "FREEDOM_OF_INFORMATION", "version": 1, "answerer": "ACCOUNT", "authority": null, "fact": null,
      "question": "Could the office find and hand over what the account sent and received, if somebody asks for it?",
      "help": "Messages that are not public count as well."},
    {"key": "checkedFacts", "area": "INFORMATION_QUALITY", "version": 1, "answerer": "ACCOUNT", "authority": null, "fact": null,
      "question": "Is what it says checked against its source before it is published, and put right in public afterwards?",
      "help": null},
    {"key": "officialOutlet", "area": "INFORMATION_QUALITY", "version": 1, "answerer": "ACCOUNT", "authority": "III.H",
      "fact": "OFFICIAL_OUTLET", "question": "Does an official outlet beside the platform carry the same information?", "help": null},
    {"key": "rightsOfOthers", "area": "INTELLECTUAL_PROPERTY", "version": 1, "answerer": "ACCOUNT", "authority": null, "fact": null,
      "question": "May the office use every picture, recording and text that it publishes there?",
      "help": "Its own work, work in the public domain, or work under a license that is on file."},
    {"key": "privacyNotice", "area": "PRIVACY", "version": 1, "answerer": "ACCOUNT", "authority": "III.H",
      "fact": "PRIVACY_NOTICE", "question": "Does it name its privacy notice?", "help": null},
    {"key": "platformPrivacy", "area": "PRIVACY", "version": 1, "answerer": "PRIVACY_OFFICER", "authority": "III.C",
      "fact": "PLATFORM_PRIVACY_REVIEW", "question": "Does its platform pass the privacy review?", "help": null},
    {"key": "recordsCapture", "area": "RECORDS", "version": 1, "answerer": "ACCOUNT", "authority": "III.E",
      "fact": "RECORDS_CAPTURE", "question": "Are its records captured?", "help": null},
    {"key": "securityAttested", "area": "SECURITY", "version": 1, "answerer": "ACCOUNT", "authority": null,
      "fact": "SECURITY_ATTESTATION", "question": "Is its security attested?", "help": null}
  ]',
  true, '2026-11-22T00:27:00Z', 'The default of this product; not adopted by the Office of Public Affairs.'
);
