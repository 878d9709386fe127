import { getDirectory } from '../data/directory.ts'
import type { Account, AccountStatus } from '../data/directory-model.ts'
import { facetSlugs, unrecordedSlug } from './facet-slug.ts'

/** What accounts can be listed by besides component and platform; the name is the first part of the address. */
export const facetNames = ['languages', 'topics', 'status'] as const
export type FacetName = (typeof facetNames)[number]

/** The accounts that share one value. */
export interface FacetList {
  readonly facet: FacetName
  /** The last part of the address. */
  readonly slug: string
  /** A language's tag, a topic, a status; null for the accounts of which it is not recorded. */
  readonly value: string | null
  readonly accounts: readonly Account[]
}

export type Facets = Readonly<Record<FacetName, readonly FacetList[]>>

const statuses = ['OFFICIAL', 'SUSPENDED', 'FORMERLY_OFFICIAL'] as const satisfies readonly AccountStatus[]

/**
 * Every list by language, topic and status. `accounts` are in the order lists show them; ended ones appear by
 * status alone. What is not recorded has a list too, and a status without accounts has an empty one.
 */
export function listFacets(accounts: readonly Account[]): Facets {
  const current = accounts.filter(({ status }) => status !== 'FORMERLY_OFFICIAL')
  return {
    languages: listsBy('languages', current, ({ language }) => (language === null ? [] : [language])),
    topics: listsBy('topics', current, ({ topics }) => topics),
    status: statuses.map((value) => ({
      facet: 'status',
      slug: statusSlug(value),
      value,
      accounts: accounts.filter(({ status }) => status === value),
    })),
  }
}

/** `formerly-official` for FORMERLY_OFFICIAL. */
export function statusSlug(status: AccountStatus): string {
  return status.toLowerCase().replaceAll('_', '-')
}

let listing: Promise<Facets> | undefined

/** The lists of the directory this build is made from, made once. */
export function getFacets(): Promise<Facets> {
  listing ??= getDirectory().then(({ accounts }) => listFacets(accounts))
  return listing
}

/** The last part of the address for each value of each facet. */
export type FacetPaths = Readonly<Record<FacetName, ReadonlyMap<string, string>>>

let paths: Promise<FacetPaths> | undefined

/** Where the lists of this build stand, made once. */
export function getFacetPaths(): Promise<FacetPaths> {
  paths ??= getFacets().then((facets) => ({
    languages: pathsOf(facets.languages),
    topics: pathsOf(facets.topics),
    status: pathsOf(facets.status),
  }))
  return paths
}

function pathsOf(lists: readonly FacetList[]): Map<string, string> {
  return new Map(lists.map(({ value, slug }) => [value ?? '', slug]))
}

function listsBy(
  facet: FacetName,
  accounts: readonly Account[],
  valuesOf: (account: Account) => readonly string[],
): FacetList[] {
  const byValue = new Map<string, Account[]>()
  for (const account of accounts)
    for (const value of new Set(valuesOf(account))) {
      const sharing = byValue.get(value)
      if (sharing) sharing.push(account)
      else byValue.set(value, [account])
    }
  const slugs = facetSlugs([...byValue.keys()])
  const recorded = [...byValue].map(([value, sharing]) => ({
    facet,
    slug: slugs.get(value) ?? value,
    value,
    accounts: sharing,
  }))
  const unrecorded = accounts.filter((account) => valuesOf(account).length === 0)
  return [
    ...recorded.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    { facet, slug: unrecordedSlug, value: null, accounts: unrecorded },
  ]
}
