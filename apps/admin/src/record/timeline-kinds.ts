import { PERMISSION_NAMES } from '@official-accounts/domain/access/permissions'
import { choiceOf, type RawSearch } from '../ui/search-params.ts'

const KINDS = ['decisions', 'people', 'facts', 'refused'] as const

/** A part of a record's history. */
export type TimelineKind = (typeof KINDS)[number]

/** The parts a history may be narrowed to, in words. */
export const TIMELINE_KINDS: readonly { readonly kind: TimelineKind; readonly label: string }[] = [
  { kind: 'decisions', label: 'Decisions' },
  { kind: 'people', label: 'Contacts and roles' },
  { kind: 'facts', label: 'Facts and requests' },
  { kind: 'refused', label: 'Refused attempts' },
]

// Verbs of the audit's actions; what is neither a decision nor about people changes facts.
const DECISION =
  /^(approve|deny|suspend|reinstate|prohibit|retire|endorse|permit|return|withdraw|activate|requestRetirement|confirm|decide|review)/
const PEOPLE = /^(assign|endContact|claim|grant|revoke|register|deactivate|reactivate)/

interface AuditCondition {
  readonly actions?: string[]
  readonly outcome?: 'REFUSED' | 'ACCEPTED'
}

/** What the audit is asked for to show one part of a history, or all of it. */
export function timelineCondition(kind: TimelineKind | undefined): AuditCondition {
  if (kind === undefined) return {}
  if (kind === 'refused') return { outcome: 'REFUSED' }
  return { outcome: 'ACCEPTED', actions: PERMISSION_NAMES.filter((action) => kindOf(action) === kind) }
}

/** To which part an action of the audit belongs. */
export function kindOf(action: string): Exclude<TimelineKind, 'refused'> {
  const verb = action.split('.')[1] ?? ''
  if (DECISION.test(verb)) return 'decisions'
  return PEOPLE.test(verb) && !action.startsWith('platform.') ? 'people' : 'facts'
}

/** Reads which part of a history an address names; all of it for anything else. */
export function readTimelineKind(raw: RawSearch): { readonly kind?: TimelineKind } {
  return { kind: choiceOf(KINDS, raw['kind']) }
}
