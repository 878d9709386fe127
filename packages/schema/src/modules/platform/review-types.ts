import { reportTexts, reportTextsSelect } from '@official-accounts/db/facts/report-texts'
import { reportChanges, type ReportChange } from '@official-accounts/domain/platform/report-changes'
import { REVIEW_OFFICES, type BlockingReview } from '@official-accounts/domain/platform/review-standing'
import { builder } from '../../builder.ts'
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
    settled: t.exposeBoolean('settled', {
      description: 'Whether the numbers were decided; if not, they are placeholders of this product.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
  }),
})
