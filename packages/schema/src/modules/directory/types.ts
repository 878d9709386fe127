import { builder, EVERYWHERE } from '../../builder.ts'
import { ComponentKindEnum } from '../organization/enums.ts'
import { KnownAnswerEnum, PlatformKindEnum, PlatformStateEnum } from '../platform/enums.ts'
import { DirectoryAccountStatusEnum } from './enums.ts'

export const DirectoryAccountNode = builder.prismaNode('DirectoryAccount', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'What the public may know of an official account (V.B.6). Null means not known.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its permanent address under /accounts/.' }),
    title: t.exposeString('title', { description: 'Its own name.' }),
    handle: t.exposeString('handle', { description: 'Its handle, without a leading @.' }),
    profileUrl: t.exposeString('profileUrl', { description: 'Its address on the platform.' }),
    canonicalKey: t.exposeString('canonicalKey', { description: 'Its identity on the platform.' }),
    status: t.expose('status', {
      type: DirectoryAccountStatusEnum,
      description: 'What the public sees of it.',
    }),
    purpose: t.exposeString('purpose', { nullable: true, description: 'What it is for.' }),
    language: t.exposeString('language', { nullable: true, description: 'A language tag.' }),
    topics: t.exposeStringList('topics', { description: 'What it is about; empty when not known.' }),
    officialOutletUrl: t.exposeString('officialOutletUrl', {
      nullable: true,
      description: 'The official outlet beside the platform (V.B.10).',
    }),
    commentPolicyUrl: t.exposeString('commentPolicyUrl', {
      nullable: true,
      description: 'Its comment policy.',
    }),
    privacyNoticeUrl: t.exposeString('privacyNoticeUrl', {
      nullable: true,
      description: 'Its privacy notice.',
    }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'The register it was imported from; null when approved here.',
    }),
    listedOn: t.expose('listedOn', {
      type: 'Date',
      nullable: true,
      description: 'When that register last listed it; no claim that it was official since.',
    }),
    officialSince: t.expose('officialSince', {
      type: 'Date',
      nullable: true,
      description: 'Since when it is official; only where it was approved here.',
    }),
    lastConfirmedOn: t.expose('lastConfirmedOn', {
      type: 'Date',
      nullable: true,
      description: 'When its office last confirmed it.',
    }),
    suspendedOn: t.expose('suspendedOn', {
      type: 'Date',
      nullable: true,
      description: 'Since when it is suspended.',
    }),
    notice: t.exposeString('notice', {
      nullable: true,
      description:
        'What the department tells the public of an incident until its recovery is done; with status OFFICIAL the account is back before.',
    }),
    noticeLanguage: t.exposeString('noticeLanguage', {
      nullable: true,
      description: 'The notice’s language, a tag.',
    }),
    noticeSince: t.expose('noticeSince', {
      type: 'Date',
      nullable: true,
      description: 'Since when the notice stands.',
    }),
    retiredOn: t.expose('retiredOn', { type: 'Date', nullable: true, description: 'When it ended.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When its record last changed.' }),
    platform: t.relation('platform', { description: 'On which platform.' }),
    component: t.relation('component', { description: 'Which part of the department runs it.' }),
    successor: t.relation('successor', { nullable: true, description: 'The account that follows it.' }),
    aliases: t.relation('aliases', {
      description: 'Other and former names.',
      // Hardly any account has two, so that a whole page of accounts may be asked for with them.
      complexity: { field: 1, multiplier: 2 },
      query: { orderBy: [{ canonicalKey: 'asc' }] },
    }),
  }),
})

builder.prismaObject('DirectoryAlias', {
  description: 'Another or a former name of an account.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    handle: t.exposeString('handle', { description: 'The handle, without a leading @.' }),
    canonicalKey: t.exposeString('canonicalKey', { description: 'Its identity on the platform.' }),
    profileUrl: t.exposeString('profileUrl', { nullable: true, description: 'Its address.' }),
    former: t.exposeBoolean('former', {
      description: 'Whether the account no longer has it; then anybody may.',
    }),
    from: t.expose('validFrom', { type: 'Date', nullable: true, description: 'From when.' }),
    until: t.expose('validUntil', { type: 'Date', nullable: true, description: 'Until when.' }),
  }),
})

export const DirectoryComponentNode = builder.prismaNode('DirectoryComponent', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A part of the department, as the public sees it.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its short name.' }),
    slug: t.exposeString('slug', { description: 'Its address under /components/.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    kind: t.expose('kind', { type: ComponentKindEnum, description: 'What it is.' }),
    websiteUrl: t.exposeString('websiteUrl', { nullable: true, description: 'Its website.' }),
    accountCount: t.exposeInt('accountCount', {
      description: 'Its accounts that are listed and have not ended.',
    }),
    parent: t.relation('parent', { nullable: true, description: 'What it is a part of.' }),
    children: t.relation('children', { description: 'Its parts.', query: { orderBy: [{ code: 'asc' }] } }),
  }),
})

export const DirectoryPlatformNode = builder.prismaNode('DirectoryPlatform', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A platform, as the public sees it, and its terms (M-13-10).',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its address under /platforms/.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    alsoCalled: t.exposeStringList('alsoCalled', { description: 'Other names it goes by.' }),
    kind: t.expose('kind', { type: PlatformKindEnum, description: 'Whether it has accounts.' }),
    state: t.expose('state', {
      type: PlatformStateEnum,
      nullable: true,
      description: 'The decision that stands; null while none does.',
    }),
    homepageUrl: t.exposeString('homepageUrl', { nullable: true, description: 'Its own site.' }),
    hosts: t.exposeStringList('hosts', { description: 'Hosts its addresses may have.' }),
    rules: t.expose('rules', {
      type: 'JSON',
      nullable: true,
      description: 'How its addresses name accounts; null for tools.',
    }),
    termsNegotiated: t.expose('termsNegotiated', {
      type: KnownAnswerEnum,
      description: 'Terms negotiated for the government as a whole.',
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
      description: 'Whether it demands a personal login.',
    }),
    prohibitedByLaw: t.exposeString('prohibitedByLaw', {
      nullable: true,
      description: 'The statute that prohibits it.',
    }),
    prohibitedOn: t.expose('prohibitedOn', { type: 'Date', nullable: true, description: 'Since when.' }),
    accountCount: t.exposeInt('accountCount', {
      description: 'Accounts on it that are listed and have not ended.',
    }),
  }),
})

export const DirectoryChangeNode = builder.prismaNode('DirectoryChange', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A change of a listed account that the public may know of.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description:
        'LISTED, UPDATED, CONFIRMED, RENAMED, SUSPENDED, REINSTATED, NOTICE_PUBLISHED, NOTICE_WITHDRAWN or RETIRED.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    account: t.relation('account', { description: 'Of which account.' }),
  }),
})

builder.prismaObject('DirectoryArchivedListing', {
  description:
    'An external register’s archived row about an account that is not listed here: history, not proof.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    platform: t.relation('platform', { description: 'On which platform.' }),
    canonicalKey: t.exposeString('canonicalKey', { description: 'Its identity on the platform.' }),
    handle: t.exposeString('handle', { description: 'Its handle, without a leading @.' }),
    source: t.exposeString('source', { description: 'The register.' }),
    listedOn: t.expose('listedOn', { type: 'Date', description: 'When the register last touched the row.' }),
  }),
})
