-- CreateEnum
CREATE TYPE "AccountState" AS ENUM ('REQUESTED', 'CHANGES_REQUESTED', 'ENDORSED', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'RETIRING', 'RETIRED', 'DENIED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "UseCategory" AS ENUM ('PUBLIC_COMMUNICATION', 'INTERNAL_GENERAL_AUDIENCE', 'NON_OPERATIONAL_AWARENESS');

-- CreateEnum
CREATE TYPE "LoginModel" AS ENUM ('OFFICIAL', 'PERSONAL_REQUIRED_BY_PLATFORM');

-- CreateEnum
CREATE TYPE "ObservedStatus" AS ENUM ('UNKNOWN', 'REACHABLE', 'GONE');

-- CreateEnum
CREATE TYPE "ContactRole" AS ENUM ('PRIMARY', 'ALTERNATE');

-- CreateEnum
CREATE TYPE "ConfirmationKind" AS ENUM ('DEACTIVATION', 'ARCHIVE');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('ENDORSED', 'RETURNED', 'RESUBMITTED', 'PERMITTED', 'APPROVED', 'DENIED', 'WITHDRAWN', 'SUSPENDED', 'REINSTATED', 'RETIREMENT_REQUESTED', 'PROHIBITED', 'RETIRED');

-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('ACCEPTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "DirectoryAccountStatus" AS ENUM ('OFFICIAL', 'SUSPENDED', 'FORMERLY_OFFICIAL');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "MigrationState" AS ENUM ('SUBMITTED', 'APPROVED', 'DENIED', 'APPLIED');

-- CreateEnum
CREATE TYPE "RowOutcome" AS ENUM ('CREATED', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'HELD', 'REJECTED');

-- CreateEnum
CREATE TYPE "HeldReason" AS ENUM ('NAMED_AFTER_PERSON', 'CONFLICTS_WITH_SOURCE', 'COMPONENT_UNKNOWN');

-- CreateEnum
CREATE TYPE "ListingStatus" AS ENUM ('PUBLISHED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "ComponentKind" AS ENUM ('DEPARTMENT', 'OPERATIONAL', 'SUPPORT');

-- CreateEnum
CREATE TYPE "Affiliation" AS ENUM ('EMPLOYEE', 'CONTRACTOR', 'NON_DEPARTMENT_ENTITY', 'PROGRAM');

-- CreateEnum
CREATE TYPE "PersonState" AS ENUM ('ACTIVE', 'DEACTIVATED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ASPA', 'OPA', 'CIO', 'RECORDS_OFFICER', 'PRIVACY_OFFICER', 'FOIA_OFFICER', 'CRCL_OFFICER', 'GENERAL_COUNSEL', 'POLICY_OFFICE', 'OPERATIONS_COORDINATION', 'COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER', 'CONTENT_AUTHOR', 'EMPLOYEE', 'ANALYST', 'INSPECTOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "PlatformKind" AS ENUM ('PROFILE', 'TOOL');

-- CreateEnum
CREATE TYPE "PlatformState" AS ENUM ('PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'DENIED', 'SUSPENDED', 'RETIRED', 'PROHIBITED');

-- CreateEnum
CREATE TYPE "KnownAnswer" AS ENUM ('YES', 'NO', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "ReviewKind" AS ENUM ('SECURITY', 'ACCESSIBILITY', 'PRIVACY', 'TERMS_OF_SERVICE', 'CIVIL_RIGHTS', 'COUNSEL', 'RECORDS');

-- CreateEnum
CREATE TYPE "ReviewOutcome" AS ENUM ('DUE', 'PASSED', 'PASSED_WITH_CONDITIONS', 'FAILED');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "component_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "state" "AccountState" NOT NULL,
    "observed_status" "ObservedStatus" NOT NULL DEFAULT 'UNKNOWN',
    "handle" TEXT NOT NULL,
    "canonical_key" TEXT NOT NULL,
    "external_id" TEXT,
    "profile_url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT,
    "mission_area" TEXT,
    "audience" TEXT,
    "justification" TEXT,
    "use_category" "UseCategory" NOT NULL,
    "language" TEXT,
    "topics" TEXT[],
    "login_model" "LoginModel" NOT NULL DEFAULT 'OFFICIAL',
    "administrators" INTEGER,
    "official_outlet_url" TEXT,
    "comment_policy_url" TEXT,
    "privacy_notice_url" TEXT,
    "records_capture_method" TEXT,
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3),
    "permitted_at" TIMESTAMPTZ(3),
    "permitted_by_id" UUID,
    "approved_by_id" UUID,
    "activated_at" TIMESTAMPTZ(3),
    "last_confirmed_on" DATE,
    "suspended_at" TIMESTAMPTZ(3),
    "retiring_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "platform_review_since" TIMESTAMPTZ(3),
    "claim_by" DATE,
    "claimed_at" TIMESTAMPTZ(3),
    "source" TEXT,
    "listed_on" DATE,
    "migration_id" UUID,
    "successor_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_alias" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "canonical_key" TEXT NOT NULL,
    "profile_url" TEXT,
    "former" BOOLEAN NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,

    CONSTRAINT "account_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "ContactRole" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retirement_confirmation" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "ConfirmationKind" NOT NULL,
    "confirmed_by_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "observation" TEXT,
    "archive_location" TEXT,
    "archive_sha256" TEXT,

    CONSTRAINT "retirement_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "account_id" UUID,
    "platform_id" UUID,
    "migration_id" UUID,
    "decided_by_id" UUID NOT NULL,
    "role" "Role",
    "clauses" TEXT[],
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "chain_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("chain_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "chain_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "role" TEXT,
    "action" TEXT NOT NULL,
    "outcome" "AuditOutcome" NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "clauses" TEXT[],
    "reason" TEXT,
    "changes" JSONB NOT NULL,
    "request_id" TEXT,
    "group_id" UUID,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "clause" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" "FindingState" NOT NULL DEFAULT 'OPEN',
    "account_id" UUID,
    "component_id" UUID NOT NULL,
    "detail" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "migration" (
    "id" UUID NOT NULL,
    "state" "MigrationState" NOT NULL,
    "file_name" TEXT NOT NULL,
    "column_set" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,
    "applied_counts" JSONB,
    "applied_rows" INTEGER NOT NULL DEFAULT 0,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "development" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "migration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "migration_row" (
    "id" UUID NOT NULL,
    "migration_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "outcome" "RowOutcome" NOT NULL,
    "held_reason" "HeldReason",
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "canonical_key" TEXT,
    "platform_id" UUID,
    "component_id" UUID,
    "account_id" UUID,
    "duplicate_of" INTEGER,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "resolution_reason" TEXT,

    CONSTRAINT "migration_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "source_record" TEXT NOT NULL,
    "status" "ListingStatus" NOT NULL,
    "platform_id" UUID NOT NULL,
    "canonical_key" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "profile_url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "listed_on" DATE,
    "account_id" UUID,
    "migration_id" UUID NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "component" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ComponentKind" NOT NULL,
    "website_url" TEXT,
    "claim_days" INTEGER NOT NULL DEFAULT 90,
    "parent_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "component_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT,
    "affiliation" "Affiliation" NOT NULL,
    "organization_name" TEXT,
    "component_id" UUID,
    "state" "PersonState" NOT NULL DEFAULT 'ACTIVE',
    "deactivated_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "component_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "acr" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "id_token" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "state_hash" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "code_verifier" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("state_hash")
);

-- CreateTable
CREATE TABLE "platform" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "also_called" TEXT[],
    "kind" "PlatformKind" NOT NULL,
    "state" "PlatformState" NOT NULL,
    "homepage_url" TEXT,
    "rules" JSONB,
    "terms_negotiated" "KnownAnswer" NOT NULL DEFAULT 'UNKNOWN',
    "terms_signed" "KnownAnswer" NOT NULL DEFAULT 'UNKNOWN',
    "terms_source" TEXT,
    "personal_login_required" "KnownAnswer" NOT NULL DEFAULT 'UNKNOWN',
    "prohibited_by_law" TEXT,
    "prohibited_on" DATE,
    "purpose" TEXT,
    "proposed_by_id" UUID,
    "migration_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_host" (
    "host" TEXT NOT NULL,
    "platform_id" UUID NOT NULL,

    CONSTRAINT "platform_host_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "platform_review" (
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "outcome" "ReviewOutcome" NOT NULL DEFAULT 'DUE',
    "findings" TEXT,
    "conditions" TEXT,
    "due_on" DATE,
    "expires_on" DATE,
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_slug_key" ON "account"("slug");

-- CreateIndex
CREATE INDEX "account_component_id_platform_id_idx" ON "account"("component_id", "platform_id");

-- CreateIndex
CREATE INDEX "account_platform_id_canonical_key_idx" ON "account"("platform_id", "canonical_key");

-- CreateIndex
CREATE INDEX "account_state_idx" ON "account"("state");

-- CreateIndex
CREATE INDEX "account_alias_platform_id_canonical_key_idx" ON "account_alias"("platform_id", "canonical_key");

-- CreateIndex
CREATE UNIQUE INDEX "account_alias_account_id_canonical_key_former_key" ON "account_alias"("account_id", "canonical_key", "former");

-- CreateIndex
CREATE INDEX "contact_account_id_idx" ON "contact"("account_id");

-- CreateIndex
CREATE INDEX "contact_person_id_idx" ON "contact"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "retirement_confirmation_account_id_kind_key" ON "retirement_confirmation"("account_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "retirement_confirmation_account_id_confirmed_by_id_key" ON "retirement_confirmation"("account_id", "confirmed_by_id");

-- CreateIndex
CREATE INDEX "decision_account_id_idx" ON "decision"("account_id");

-- CreateIndex
CREATE INDEX "decision_platform_id_idx" ON "decision"("platform_id");

-- CreateIndex
CREATE INDEX "decision_migration_id_idx" ON "decision"("migration_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_idx" ON "audit_entry"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entry_recorded_at_id_idx" ON "audit_entry"("recorded_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_chain_id_seq_key" ON "audit_entry"("chain_id", "seq");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "finding_component_id_state_idx" ON "finding"("component_id", "state");

-- CreateIndex
CREATE INDEX "finding_account_id_idx" ON "finding"("account_id");

-- CreateIndex
CREATE INDEX "migration_row_outcome_resolved_at_idx" ON "migration_row"("outcome", "resolved_at");

-- CreateIndex
CREATE INDEX "migration_row_platform_id_canonical_key_idx" ON "migration_row"("platform_id", "canonical_key");

-- CreateIndex
CREATE UNIQUE INDEX "migration_row_migration_id_row_number_key" ON "migration_row"("migration_id", "row_number");

-- CreateIndex
CREATE INDEX "listing_platform_id_canonical_key_idx" ON "listing"("platform_id", "canonical_key");

-- CreateIndex
CREATE INDEX "listing_account_id_idx" ON "listing"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "listing_source_source_record_key" ON "listing"("source", "source_record");

-- CreateIndex
CREATE UNIQUE INDEX "component_code_key" ON "component"("code");

-- CreateIndex
CREATE UNIQUE INDEX "component_slug_key" ON "component"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "identity_issuer_subject_key" ON "identity"("issuer", "subject");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_slug_key" ON "platform"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "platform_name_key" ON "platform"("name");

-- CreateIndex
CREATE INDEX "platform_host_platform_id_idx" ON "platform_host"("platform_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_review_platform_id_kind_key" ON "platform_review"("platform_id", "kind");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_migration_id_fkey" FOREIGN KEY ("migration_id") REFERENCES "migration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_alias" ADD CONSTRAINT "account_alias_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_alias" ADD CONSTRAINT "account_alias_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retirement_confirmation" ADD CONSTRAINT "retirement_confirmation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retirement_confirmation" ADD CONSTRAINT "retirement_confirmation_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_migration_id_fkey" FOREIGN KEY ("migration_id") REFERENCES "migration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "migration_row" ADD CONSTRAINT "migration_row_migration_id_fkey" FOREIGN KEY ("migration_id") REFERENCES "migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_migration_id_fkey" FOREIGN KEY ("migration_id") REFERENCES "migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "component" ADD CONSTRAINT "component_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "component"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform" ADD CONSTRAINT "platform_migration_id_fkey" FOREIGN KEY ("migration_id") REFERENCES "migration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_host" ADD CONSTRAINT "platform_host_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_review" ADD CONSTRAINT "platform_review_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
