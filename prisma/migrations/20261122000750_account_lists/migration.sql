-- Lists of one component, in the orders they are read in: a page is a walk along the index.
-- CreateIndex
CREATE INDEX "account_component_id_slug_idx" ON "account"("component_id", "slug");

-- CreateIndex
CREATE INDEX "account_component_id_title_id_idx" ON "account"("component_id", "title", "id");

-- CreateIndex
CREATE INDEX "account_component_id_changed_at_id_idx" ON "account"("component_id", "changed_at", "id");
