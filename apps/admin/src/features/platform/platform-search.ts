import { PLATFORM_STATES, type PlatformState } from '@official-accounts/domain/platform/platform'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

const KINDS = ['PROFILE', 'TOOL'] as const
const TAB_KEYS = ['overview', 'reviews', 'decisions', 'rules', 'timeline'] as const

/** Which platforms the list shows. */
export interface PlatformSearch extends Paging {
  readonly text?: string
  readonly state?: PlatformState
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
    state: choiceOf(PLATFORM_STATES, raw['state']),
    kind: choiceOf(KINDS, raw['kind']),
    ...readPaging(raw),
  }
}

/** Reads which part of a platform's page an address names. */
export function readPlatformTab(raw: RawSearch): { readonly tab?: PlatformTab } {
  return { tab: choiceOf(TAB_KEYS, raw['tab']) }
}
