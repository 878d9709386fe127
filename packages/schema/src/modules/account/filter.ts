import type { Prisma } from '@official-accounts/db/generated/client/client'
import { vacantAt } from '@official-accounts/db/facts/vacancy'
import { accountsWithSeenContacts, visibleCertificationParts } from '@official-accounts/db/visibility'
import type { Reach } from '@official-accounts/domain/access/actor'
import { GraphQLError } from 'graphql'
import { builder } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { AccountStateEnum, UseCategoryEnum } from './enums.ts'

const MOST_IDS = 100

export const AccountFilter = builder.inputType('AccountFilter', {
  description: 'Which accounts; every condition has to hold.',
  fields: (t) => ({
    state: t.field({ type: [AccountStateEnum], description: 'In one of these states.' }),
    component: t.string({ description: 'Of the component with this code or slug.' }),
    platform: t.string({ description: 'On the platform with this slug.' }),
    useCategory: t.field({ type: UseCategoryEnum, description: 'Used for this.' }),
    vacant: t.boolean({ description: 'Whether nobody answers for it (V.B.5), as far as you may see.' }),
    unclaimed: t.boolean({ description: 'Whether it was imported and not claimed yet.' }),
    underPlatformReview: t.boolean({ description: 'Whether it waits because of its platform (IV.A.2).' }),
    language: t.string({ description: 'In this language.' }),
    topic: t.string({ description: 'About this topic.' }),
    text: t.string({ description: 'Part of the name, handle or address.' }),
    contact: t.id({ description: 'For which this person answers now, as far as you may see.' }),
    certification: t.id({
      description: 'That this certification asks about, as far as you may see (IV.E.3).',
    }),
    ids: t.idList({ description: 'One of these, by global id; at most 100.' }),
  }),
})

type Filter = typeof AccountFilter.$inferInput

/**
 * The conditions of a filter at an instant, those on contacts as far as the reader sees who answers for what.
 *
 * @throws GraphQLError BAD_USER_INPUT for more than 100 ids
 */
export function accountConditions(filter: Filter, reach: Reach, now: Date): Prisma.AccountWhereInput[] {
  const { state, component, platform, useCategory, language, topic } = filter
  return [
    ...(state ? [{ state: { in: state } }] : []),
    ...(component ? [{ component: { OR: [{ code: component }, { slug: component }] } }] : []),
    ...(platform ? [{ platform: { slug: platform } }] : []),
    ...(useCategory ? [useCategory === 'OPERATIONAL' ? { id: { in: [] } } : { useCategory }] : []),
    ...(language ? [{ language }] : []),
    ...(topic ? [{ topics: { has: topic } }] : []),
    ...flagConditions(filter, reach, now),
    ...textCondition(filter.text),
    ...contactCondition(filter.contact, reach),
    ...certificationCondition(filter.certification, reach),
    ...idCondition(filter.ids),
  ]
}

const UNCLAIMED: Prisma.AccountWhereInput = {
  migrationId: { not: null },
  claimedAt: null,
  state: { not: 'RETIRED' },
}
const UNDER_REVIEW: Prisma.AccountWhereInput = { platformReviewSince: { not: null } }

function flagConditions(
  { vacant, unclaimed, underPlatformReview }: Filter,
  reach: Reach,
  now: Date,
): Prisma.AccountWhereInput[] {
  const flags: readonly (readonly [boolean | null | undefined, Prisma.AccountWhereInput])[] = [
    [vacant, { AND: [accountsWithSeenContacts(reach), vacantAt(now)] }],
    [unclaimed, UNCLAIMED],
    [underPlatformReview, UNDER_REVIEW],
  ]
  return flags.flatMap(([wanted, condition]) =>
    wanted == null ? [] : [wanted ? condition : { NOT: condition }],
  )
}

function textCondition(text: string | null | undefined): Prisma.AccountWhereInput[] {
  const contains = text?.trim()
  if (!contains) return []
  const match = { contains, mode: 'insensitive' as const }
  return [{ OR: [{ title: match }, { handle: match }, { profileUrl: match }] }]
}

function contactCondition(contact: string | null | undefined, reach: Reach): Prisma.AccountWhereInput[] {
  if (!contact) return []
  const personId = recordId(contact, 'Person')
  return [accountsWithSeenContacts(reach), { contacts: { some: { personId, endedAt: null } } }]
}

function certificationCondition(
  certification: string | null | undefined,
  reach: Reach,
): Prisma.AccountWhereInput[] {
  if (!certification) return []
  const certificationId = recordId(certification, 'Certification')
  return [
    { certificationAnswers: { some: { AND: [visibleCertificationParts(reach), { certificationId }] } } },
  ]
}

function idCondition(ids: readonly string[] | null | undefined): Prisma.AccountWhereInput[] {
  if (!ids) return []
  if (ids.length > MOST_IDS) {
    const extensions = { code: 'BAD_USER_INPUT' }
    throw new GraphQLError(`ids: at most ${MOST_IDS} accounts.`, { extensions })
  }
  return [{ id: { in: ids.map((id) => recordId(id, 'Account')) } }]
}
