import { reportTexts, reportTextsSelect } from '@official-accounts/db/facts/report-texts'
import { authorize } from '@official-accounts/domain/access/authorize'
import { reportChanges, type ReportChange } from '@official-accounts/domain/platform/report-changes'
import { REVIEW_OFFICES, type BlockingReview } from '@official-accounts/domain/platform/review-standing'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { RoleEnum } from '../organization/enums.ts'
import { PlatformKindEnum, ReviewKindEnum, ReviewOutcomeEnum } from './enums.ts'
import {
  IndemnificationFindingEnum,
  PlatformUseEnum,
  PrivacyThresholdEnum,
  ReviewTroubleEnum,
} from './review-enums.ts'

export const BlockingReviewRef = builder.objectRef<BlockingReview>('BlockingReview').implement({
  description: 'A review that stands in the way of a platform’s approval.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ReviewKindEnum, description: 'Which review.' }),
    office: t.field({
      type: RoleEnum,
      description: 'Whose it is.',
      resolve: ({ kind }) => REVIEW_OFFICES[kind].role,
    }),
    trouble: t.expose('trouble', { type: ReviewTroubleEnum, description: 'Why it stands in the way.' }),
    overridable: t.exposeBoolean('overridable', {
      description: 'Whether the Assistant Secretary may go over it in writing: advice, and heard or overdue.',
    }),
    overridableAfter: t.expose('overridableAfter', {
      type: 'Date',
      nullable: true,
      description:
        'Of advice not given yet: its last day, after which the Assistant Secretary may go over it.',
    }),
  }),
})

export const ReportChangeRef = builder.objectRef<ReportChange>('ReportChange').implement({
  description: 'One thing that a report says otherwise than an earlier one.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    field: t.exposeString('field', { description: 'What it is about, by the name of the report’s field.' }),
    before: t.exposeString('before', { nullable: true, description: 'What was said; null for nothing.' }),
    after: t.exposeString('after', { nullable: true, description: 'What is said now; null for nothing.' }),
  }),
})

export const ReviewReportNode = builder.prismaNode('ReviewReport', {
  nullable: true,
  id: { field: 'id', description: 'Global id; a later review may be written from it.' },
  description: 'What an office found in a review, for one platform or several. Never changed.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ReviewKindEnum, description: 'Of which review.' }),
    outcome: t.expose('outcome', { type: ReviewOutcomeEnum, description: 'How it came out.' }),
    findings: t.exposeString('findings', { description: 'What it found.' }),
    conditions: t.exposeString('conditions', {
      nullable: true,
      description: 'Under which conditions it passed.',
    }),
    expiresOn: t.expose('expiresOn', { type: 'Date', nullable: true, description: 'Until when it holds.' }),
    indemnification: t.expose('indemnification', {
      type: IndemnificationFindingEnum,
      nullable: true,
      description: 'For terms: what they oblige the department to (M-13-10).',
    }),
    textUrl: t.exposeString('textUrl', {
      nullable: true,
      description: 'Where the platform’s own text stands that was read.',
    }),
    textSha256: t.exposeString('textSha256', {
      nullable: true,
      description: 'The SHA-256 of that text, in hexadecimal.',
    }),
    textDatedOn: t.expose('textDatedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of that text.',
    }),
    threshold: t.expose('threshold', {
      type: PrivacyThresholdEnum,
      nullable: true,
      description: 'For privacy: what the threshold analysis came to (M-10-23).',
    }),
    assessment: t.relation('assessment', {
      nullable: true,
      description: 'For privacy: the adapted assessment, shared by the platforms it covers.',
    }),
    coverage: t.relation('coverage', {
      description: 'The platforms it covers; for privacy the appendix.',
      query: { orderBy: { platformId: 'asc' } },
    }),
    reviewedBy: t.relation('reviewedBy', {
      nullable: true,
      description: 'Who recorded it; null where you may not see people of that office.',
    }),
    reviewedAt: t.expose('reviewedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    template: t.relation('template', {
      nullable: true,
      description: 'The former report it was written from.',
    }),
    changes: t.field({
      type: [ReportChangeRef],
      description: 'What it says otherwise than the report it was written from.',
      select: { ...reportTextsSelect, template: { select: reportTextsSelect } },
      resolve: ({ template, ...report }) =>
        template ? [...reportChanges(reportTexts(template), reportTexts(report))] : [],
    }),
  }),
})

builder.prismaObject('PrivacyAssessment', {
  description: 'The eight parts of a privacy impact assessment adapted to third-party services (M-10-23).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    specificPurpose: t.exposeString('specificPurpose', { description: 'What exactly the use is for.' }),
    availableInformation: t.exposeString('availableInformation', {
      description: 'Which personal information is likely to become available.',
    }),
    intendedUse: t.exposeString('intendedUse', { description: 'What it is meant to be used for.' }),
    sharing: t.exposeString('sharing', { description: 'With whom it is shared.' }),
    retention: t.exposeString('retention', { description: 'How it is kept, and for how long.' }),
    safeguards: t.exposeString('safeguards', { description: 'How it is secured.' }),
    otherRisks: t.exposeString('otherRisks', { description: 'Other risks, and what lessens them.' }),
    recordsSystem: t.exposeString('recordsSystem', {
      description: 'Whether a system of records comes about or changes.',
    }),
  }),
})

const COVERED_TEXTS = {
  platformId: true,
  use: true,
  report: { select: reportTextsSelect },
  previousReport: {
    select: { ...reportTextsSelect, coverage: { select: { platformId: true, use: true } } },
  },
} as const

builder.prismaObject('ReviewCoverage', {
  description: 'A platform that a report covers.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    platform: t.relation('platform', { description: 'The platform.' }),
    use: t.expose('use', {
      type: PlatformUseEnum,
      nullable: true,
      description: 'For privacy: how the platform is used.',
    }),
    previousReport: t.relation('previousReport', {
      nullable: true,
      description: 'What the same review had found on this platform before; null for its first.',
    }),
    changes: t.field({
      type: [ReportChangeRef],
      description: 'What the report says of this platform otherwise than the one before.',
      select: COVERED_TEXTS,
      resolve: ({ report, previousReport, platformId, use }) => {
        if (previousReport === null) return []
        const before = previousReport.coverage.find((covered) => covered.platformId === platformId)
        return [
          ...reportChanges(
            { ...reportTexts(previousReport), use: before?.use ?? null },
            { ...reportTexts(report), use },
          ),
        ]
      },
    }),
  }),
})

export const ReviewRequirementNode = builder.prismaNode('ReviewRequirement', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A review that the approval of a platform needs: policy, kept as data (IV.A.2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ReviewKindEnum, description: 'Which review.' }),
    office: t.expose('office', { type: RoleEnum, description: 'Which office gives it.' }),
    dueDays: t.exposeInt('dueDays', { description: 'How many days after it is asked for it is due.' }),
    validDays: t.exposeInt('validDays', {
      description: 'How many days an outcome holds that names no end of its own.',
    }),
    appliesTo: t.expose('appliesTo', {
      type: [PlatformKindEnum],
      description: 'Which kinds of platforms need it.',
    }),
    settled: t.boolean({
      description: 'Whether the row was decided; if not, its numbers are placeholders of this product.',
      select: { settledAt: true },
      resolve: ({ settledAt }) => settledAt !== null,
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is settled as it stands.',
    }),
    settledBy: t.relation('settledBy', {
      nullable: true,
      description: 'Who settled it, where you may see that.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was settled so.' }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      resolve: (_requirement, _args, { actor }) => [
        {
          action: 'settleReviewRequirement',
          blockedBy: authorize(actor, 'platform.settleReviews', { componentId: null }),
        },
      ],
    }),
  }),
})
