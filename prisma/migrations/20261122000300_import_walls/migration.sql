-- Imports are the department's business: what one was made of and how it came out, as well as its rows.
ALTER TABLE migration ENABLE ROW LEVEL SECURITY;
CREATE POLICY migration_all ON migration FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);
