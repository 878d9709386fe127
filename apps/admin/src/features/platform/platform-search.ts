import { PLATFORM_STATES, type PlatformState } from '@official-accounts/domain/platform/platform'
import { readListSearch, type ListSearch } from '../../list/list-search.ts'
import { readTimelineKind, type TimelineKind } from '../../record/timeline-kinds.ts'
import { choiceOf, choicesOf, textOf, type RawSearch } from '../../ui/search-params.ts'

const KINDS = ['PROFILE', 'TOOL'] as const
const TAB_KEYS = ['overview', 'reviews', 'decisions', 'rules', 'timeline'] as const
const PLATFORM_ORDERS = [
  'SLUG',
  'SLUG_DESC',
  'STATE',
  'STATE_DESC',
  'RECENTLY_CHANGED',
  'LONGEST_UNCHANGED',
] as const
export type PlatformOrder = (typeof PLATFORM_ORDERS)[number]

/** The columns the list of platforms has. */
export const PLATFORM_COLUMNS = [
  'name',
  'state',
  'kind',
  'accountCount',
  'termsNegotiated',
  'termsSigned',
  'changedAt',
  'homepageUrl',
] as const

/** Which platforms the list shows. */
export interface PlatformSearch extends ListSearch<PlatformOrder> {
  readonly text?: string
  readonly state?: PlatformState[]
  readonly kind?: (typeof KINDS)[number]
}

/** A part of a platform's page. */
export type PlatformTab = (typeof TAB_KEYS)[number]

/** The parts of a platform's page, in order. */
export const PLATFORM_TABS: readonly { readonly key: PlatformTab; readonly label: string }[] = [
  { key: 'overview', label: 'Overview' },
  { key: 'reviews', label: 'Reviews' },
  { key: 'decisions', label: 'Decisions' },
  { key: 'rules', label: 'Address rules' },
  { key: 'timeline', label: 'Timeline' },
]

/** Reads the address of the list; what makes no sense is left out. */
export function readPlatformSearch(raw: RawSearch): PlatformSearch {
  return {
    text: textOf(raw['text']),
    state: choicesOf(PLATFORM_STATES, raw['state']),
    kind: choiceOf(KINDS, raw['kind']),
    ...readListSearch(raw, PLATFORM_ORDERS, PLATFORM_COLUMNS),
  }
}

/** Reads which part of a platform's page an address names, and which part of its timeline. */
export function readPlatformTab(raw: RawSearch): {
  readonly tab?: PlatformTab
  readonly kind?: TimelineKind
} {
  return { tab: choiceOf(TAB_KEYS, raw['tab']), ...readTimelineKind(raw) }
}
