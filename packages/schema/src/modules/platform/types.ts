import { encodeGlobalID } from '@pothos/plugin-relay'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { serviceDomains } from '@official-accounts/domain/platform/platform-domains'
import { availablePlatformActions } from '@official-accounts/domain/platform/platform-rules'
import {
  blockingReviews,
  hasExpired,
  isOverdue,
  REVIEW_OFFICES,
} from '@official-accounts/domain/platform/review-standing'
import {
  REVIEW_ORDER,
  platformFactsSelect,
  toPlatformFacts,
} from '@official-accounts/db/facts/platform-facts'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { ClauseRef } from '../../errors.ts'
import { reportChanges } from '@official-accounts/domain/platform/report-changes'
import { reportTexts, reportTextsSelect } from '@official-accounts/db/facts/report-texts'
import { AvailableActionRef } from '../available-action.ts'
import { RoleEnum } from '../organization/enums.ts'
import { ReviewOpeningEnum } from './review-enums.ts'
import { BlockingReviewRef, ReportChangeRef } from './review-types.ts'
import {
  DecisionKindEnum,
  KnownAnswerEnum,
  PlatformKindEnum,
  PlatformStateEnum,
  ReviewKindEnum,
  ReviewOutcomeEnum,
} from './enums.ts'

export const PlatformNode = builder.prismaNode('Platform', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A third-party digital service and where it stands on its way to approval (IV.A.2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in public addresses.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    alsoCalled: t.exposeStringList('alsoCalled', { description: 'Other names it goes by.' }),
    kind: t.expose('kind', { type: PlatformKindEnum, description: 'Whether it has accounts.' }),
    state: t.expose('state', { type: PlatformStateEnum, description: 'Where it stands.' }),
    homepageUrl: t.exposeString('homepageUrl', { nullable: true, description: 'Its own site.' }),
    rules: t.expose('rules', {
      type: 'JSON',
      nullable: true,
      description: 'How its addresses name accounts; null for tools.',
    }),
    domains: t.stringList({
      description: 'The domains it is on, as network teams are told (IV.B.2).',
      select: {
        kind: true,
        homepageUrl: true,
        rules: true,
        hosts: { select: { host: true }, orderBy: { host: 'asc' } },
      },
      resolve: ({ hosts, ...platform }) => [
        ...serviceDomains({ ...platform, hosts: hosts.map(({ host }) => host) }),
      ],
    }),
    termsNegotiated: t.expose('termsNegotiated', {
      type: KnownAnswerEnum,
      description: 'Terms negotiated for the government as a whole (M-13-10).',
    }),
    termsSigned: t.expose('termsSigned', {
      type: KnownAnswerEnum,
      description: 'Terms signed by the department itself.',
    }),
    termsSource: t.exposeString('termsSource', {
      nullable: true,
      description: 'Where the answer on terms is from.',
    }),
    personalLoginRequired: t.expose('personalLoginRequired', {
      type: KnownAnswerEnum,
      description: 'Whether it demands a personal login (V.B.8).',
    }),
    prohibitedByLaw: t.exposeString('prohibitedByLaw', {
      nullable: true,
      description: 'The statute that prohibits it.',
    }),
    prohibitedOn: t.expose('prohibitedOn', {
      type: 'Date',
      nullable: true,
      description: 'Since when it is prohibited.',
    }),
    purpose: t.exposeString('purpose', { nullable: true, description: 'What it was proposed for.' }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When it last changed.' }),
    reviews: t.relation('reviews', {
      description: 'Its reviews, by kind.',
      query: { orderBy: REVIEW_ORDER },
    }),
    decisions: t.relation('decisions', {
      description: 'What was decided on it, in order.',
      query: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
    }),
    accountCount: t.int({
      description: 'Accounts on it that have not ended and are not refused.',
      select: { _count: platformFactsSelect._count },
      resolve: ({ _count }) => _count.accounts,
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: platformFactsSelect,
      resolve: (platform, _args, context) => [
        ...availablePlatformActions(context.actor, toPlatformFacts(platform), requestNow(context)),
      ],
    }),
    blockingReviews: t.field({
      type: [BlockingReviewRef],
      description: 'The reviews that stand in the way of its approval (IV.A.2).',
      select: platformFactsSelect,
      resolve: (platform, _args, context) => [
        ...blockingReviews(toPlatformFacts(platform), requestNow(context)),
      ],
    }),
  }),
})

builder.prismaObject('PlatformReview', {
  description: 'A review of a platform by the office it belongs to.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ReviewKindEnum, description: 'Which review.' }),
    office: t.field({
      type: RoleEnum,
      description: 'Which office gives it.',
      select: { kind: true },
      resolve: ({ kind }) => REVIEW_OFFICES[kind].role,
    }),
    outcome: t.expose('outcome', { type: ReviewOutcomeEnum, description: 'How it came out.' }),
    findings: t.exposeString('findings', { nullable: true, description: 'What it found.' }),
    conditions: t.exposeString('conditions', {
      nullable: true,
      description: 'Under which conditions it passed.',
    }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'By when it is due.' }),
    expiresOn: t.expose('expiresOn', { type: 'Date', nullable: true, description: 'Until when it holds.' }),
    reviewedAt: t.expose('reviewedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was given.',
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'Since when it is asked for.' }),
    openedBecause: t.expose('openedBecause', {
      type: ReviewOpeningEnum,
      description: 'Why it is asked for.',
    }),
    overdue: t.boolean({
      description: 'Whether it is still to be given and its day has passed.',
      select: { outcome: true, dueOn: true },
      resolve: (review, _args, context) => isOverdue(review, requestNow(context)),
    }),
    expired: t.boolean({
      description: 'Whether it passed and no longer holds.',
      select: { outcome: true, expiresOn: true },
      resolve: (review, _args, context) => hasExpired(review, requestNow(context)),
    }),
    report: t.relation('report', {
      nullable: true,
      description: 'What its office found last, also while it is due again.',
    }),
    changes: t.field({
      type: [ReportChangeRef],
      description: 'What the last report says otherwise than the one before; empty for a first one.',
      select: { report: { select: reportTextsSelect }, previousReport: { select: reportTextsSelect } },
      resolve: ({ report, previousReport }) =>
        report && previousReport ? [...reportChanges(reportTexts(previousReport), reportTexts(report))] : [],
    }),
  }),
})

builder.prismaObject('Decision', {
  description: 'Who decided what, in which role, under which clauses, and why. Never changed.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: DecisionKindEnum, description: 'What was decided.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', description: 'When.' }),
    role: t.expose('role', { type: RoleEnum, nullable: true, description: 'In which role.' }),
    decidedBy: t.relation('decidedBy', { description: 'By whom.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, in the decider’s words.' }),
    usedExceptions: t.idList({
      description: 'The exceptions without which it would have been refused, by global id (V.B.12).',
      select: { usedExceptionIds: true },
      resolve: ({ usedExceptionIds }) => usedExceptionIds.map((id) => encodeGlobalID('Exception', id)),
    }),
    overriddenReviews: t.expose('overriddenReviews', {
      type: [ReviewKindEnum],
      description: 'The advice on a platform that it goes over (IV.A.2).',
    }),
    delegation: t.relation('delegation', {
      nullable: true,
      description: 'Under which delegation, where the role was lent (IV.A.4).',
    }),
    clauses: t.field({
      type: [ClauseRef],
      description: 'Under which clauses.',
      select: { clauses: true },
      resolve: ({ clauses }) => clauses.filter(isClauseId),
    }),
  }),
})
