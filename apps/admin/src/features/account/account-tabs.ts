import { choiceOf, type RawSearch } from '../../ui/search-params.ts'

const TAB_KEYS = ['overview', 'facts', 'contacts', 'decisions', 'findings', 'origins', 'timeline'] as const

/** A part of an account's page. */
export type AccountTab = (typeof TAB_KEYS)[number]

/** The parts of an account's page, in order. */
export const ACCOUNT_TABS: readonly { readonly key: AccountTab; readonly label: string }[] = [
  { key: 'overview', label: 'Overview' },
  { key: 'facts', label: 'Facts' },
  { key: 'contacts', label: 'Contacts' },
  { key: 'decisions', label: 'Decisions' },
  { key: 'findings', label: 'Findings' },
  { key: 'origins', label: 'Names and sources' },
  { key: 'timeline', label: 'Timeline' },
]

/** Reads which part an address names; the first for anything else. */
export function readAccountTab(raw: RawSearch): { readonly tab?: AccountTab } {
  return { tab: choiceOf(TAB_KEYS, raw['tab']) }
}
