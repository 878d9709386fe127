import { readTimelineKind, type TimelineKind } from '../../record/timeline-kinds.ts'
import { choiceOf, type RawSearch } from '../../ui/search-params.ts'

const TAB_KEYS = [
  'overview',
  'facts',
  'contacts',
  'request',
  'security',
  'law',
  'decisions',
  'findings',
  'moderation',
  'origins',
  'timeline',
] as const

/** A part of an account's page. */
export type AccountTab = (typeof TAB_KEYS)[number]

/** The parts of an account's page, in order. */
export const ACCOUNT_TABS: readonly { readonly key: AccountTab; readonly label: string }[] = [
  { key: 'overview', label: 'Overview' },
  { key: 'facts', label: 'Facts' },
  { key: 'contacts', label: 'Contacts' },
  { key: 'request', label: 'Request' },
  { key: 'security', label: 'Security' },
  { key: 'law', label: 'Law and policy' },
  { key: 'decisions', label: 'Decisions' },
  { key: 'findings', label: 'Findings' },
  { key: 'moderation', label: 'Moderation' },
  { key: 'origins', label: 'Names and sources' },
  { key: 'timeline', label: 'Timeline' },
]

/** Reads which part an address names, and which part of the timeline; the first for anything else. */
export function readAccountTab(raw: RawSearch): {
  readonly tab?: AccountTab
  readonly kind?: TimelineKind
} {
  return { tab: choiceOf(TAB_KEYS, raw['tab']), ...readTimelineKind(raw) }
}
