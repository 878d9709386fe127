-- Views of lists that people keep under a name.
CREATE TYPE "ViewList" AS ENUM ('ACCOUNTS', 'PLATFORMS', 'PEOPLE', 'FINDINGS', 'IMPORTS', 'AUDIT');
CREATE TYPE "ViewScope" AS ENUM ('PERSON', 'COMPONENT', 'DEPARTMENT');

CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "list" "ViewList" NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "scope" "ViewScope" NOT NULL,
    "owner_id" UUID NOT NULL,
    "component_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_view_list_owner_id_idx" ON "saved_view"("list", "owner_id");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey"
  FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_component_id_fkey"
  FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A name stands once in its place.
CREATE UNIQUE INDEX saved_view_name_of_person ON saved_view (list, owner_id, name) WHERE scope = 'PERSON';
CREATE UNIQUE INDEX saved_view_name_of_component ON saved_view (list, component_id, name) WHERE scope = 'COMPONENT';
CREATE UNIQUE INDEX saved_view_name_of_department ON saved_view (list, name) WHERE scope = 'DEPARTMENT';
ALTER TABLE saved_view
  ADD CONSTRAINT saved_view_place CHECK ((scope = 'COMPONENT') = (component_id IS NOT NULL)),
  ADD CONSTRAINT saved_view_size CHECK (length(name) BETWEEN 1 AND 80 AND length(search) <= 2000);

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO official_accounts_app;

-- One's own, one's components', and what is for everybody; offices of the department see every component's.
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY saved_view_read ON saved_view FOR SELECT TO official_accounts_app USING (
  (SELECT actor_scope()) = 'system'
  OR (scope = 'PERSON' AND owner_id = (SELECT actor_person()))
  OR (scope = 'COMPONENT' AND (
    component_id = ANY ((SELECT actor_components())::uuid[]) OR (SELECT actor_scope()) = 'department'))
  OR (scope = 'DEPARTMENT' AND (SELECT actor_scope()) IN ('department', 'component', 'listed'))
);
CREATE FUNCTION actor_keeps_view(scope "ViewScope", owner_id uuid, component_id uuid) RETURNS boolean
  LANGUAGE sql STABLE AS $$
    SELECT CASE scope
      WHEN 'PERSON' THEN owner_id = actor_person()
      WHEN 'COMPONENT' THEN component_id = ANY (actor_components()) OR actor_scope() = 'department'
      ELSE actor_scope() = 'department'
    END
  $$;
CREATE POLICY saved_view_insert ON saved_view FOR INSERT TO official_accounts_app WITH CHECK (
  owner_id = (SELECT actor_person()) AND actor_keeps_view(scope, owner_id, component_id)
);
CREATE POLICY saved_view_update ON saved_view FOR UPDATE TO official_accounts_app
  USING (actor_keeps_view(scope, owner_id, component_id));
CREATE POLICY saved_view_delete ON saved_view FOR DELETE TO official_accounts_app
  USING (actor_keeps_view(scope, owner_id, component_id));

-- Lists of accounts are read in these orders, page after page.
CREATE INDEX "account_title_id_idx" ON "account"("title", "id");
CREATE INDEX "account_changed_at_id_idx" ON "account"("changed_at", "id");
-- What was done together is read back by its group.
CREATE INDEX audit_entry_group ON audit_entry (group_id) WHERE group_id IS NOT NULL;
