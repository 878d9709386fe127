-- Publications of the public directory (V.B.6).

CREATE TYPE "PublicationState" AS ENUM
  ('REQUESTED', 'BUILDING', 'PUBLISHED', 'FAILED', 'SUPERSEDED', 'ROLLED_BACK', 'UNCHANGED');
CREATE TYPE "PublicationTrigger" AS ENUM ('START', 'CHANGE', 'URGENT', 'MANUAL');
CREATE TYPE "PublicationFailure" AS ENUM
  ('BUILD_FAILED', 'TIMED_OUT', 'INTERRUPTED', 'COUNT_COLLAPSED', 'ACCOUNT_PAGES_MISSING',
   'LINKS_BROKEN', 'PERSONAL_DATA', 'MANIFEST_INCOMPLETE');

CREATE TABLE "publication" (
  "id" UUID NOT NULL,
  "state" "PublicationState" NOT NULL,
  "trigger" "PublicationTrigger" NOT NULL,
  "build" TEXT,
  "directory_version" TEXT,
  "account_count" INTEGER,
  "file_count" INTEGER,
  "byte_count" INTEGER,
  "manifest_sha256" TEXT,
  "signing_key" TEXT,
  "accept_loss" BOOLEAN NOT NULL DEFAULT false,
  "failure_code" "PublicationFailure",
  "failure" TEXT,
  "detail" TEXT,
  "requested_by_id" UUID,
  "reason" TEXT,
  "kept" BOOLEAN NOT NULL DEFAULT false,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "started_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  "published_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "publication_state_ended_at_idx" ON "publication"("state", "ended_at");
CREATE INDEX "publication_build_idx" ON "publication"("build");

-- One is in use, and one is being built, at a time.
CREATE UNIQUE INDEX publication_one_in_use ON publication (state) WHERE state = 'PUBLISHED';
CREATE UNIQUE INDEX publication_one_building ON publication (state) WHERE state = 'BUILDING';

ALTER TABLE publication
  ADD CONSTRAINT publication_failure_is_said CHECK (
    (state = 'FAILED') = (failure_code IS NOT NULL) AND (failure_code IS NULL) = (failure IS NULL)
  ),
  -- What is shown to the public is known by version, count, manifest and key.
  ADD CONSTRAINT publication_in_use_is_proven CHECK (
    state NOT IN ('PUBLISHED', 'ROLLED_BACK') OR (
      build IS NOT NULL AND directory_version IS NOT NULL AND account_count IS NOT NULL
      AND manifest_sha256 ~ '^[0-9a-f]{64}$' AND signing_key IS NOT NULL AND published_at IS NOT NULL)
  ),
  ADD CONSTRAINT publication_in_use_is_kept CHECK (state <> 'PUBLISHED' OR kept),
  ADD CONSTRAINT publication_ends CHECK ((state IN ('REQUESTED', 'BUILDING')) = (ended_at IS NULL));

GRANT SELECT, INSERT, UPDATE ON publication TO official_accounts_app;

ALTER TABLE publication ENABLE ROW LEVEL SECURITY;
CREATE POLICY publication_all ON publication FOR ALL TO official_accounts_app USING (
  (SELECT actor_scope()) IN ('system', 'department')
);

-- What anybody may know of builds: how each ended, when, and what is in use. Who asked, why and where to look stay inside.
CREATE VIEW directory_build AS
SELECT b.id,
  (CASE b.state WHEN 'FAILED' THEN 'FAILED' WHEN 'ROLLED_BACK' THEN 'ROLLED_BACK' ELSE 'PUBLISHED' END) AS outcome,
  coalesce(b.published_at, b.ended_at) AS at, b.account_count, b.failure AS message, b.directory_version, b.signing_key,
  b.state = 'PUBLISHED' AS in_use
FROM publication b
WHERE b.state IN ('FAILED', 'PUBLISHED', 'ROLLED_BACK') OR (b.state = 'SUPERSEDED' AND b.published_at IS NOT NULL);

GRANT SELECT ON directory_build TO official_accounts_app, official_accounts_public;
