import {
  MODERATION_KINDS,
  MODERATION_REASONS,
  MODERATION_STATES,
} from '@official-accounts/domain/moderation/moderation'
import type { FilterField } from '../../ui/filter-form.tsx'
import { enumWords } from '../../ui/words.ts'
import type { ModerationConditions } from './moderation-search.ts'
import { MODERATION_KIND_WORDS, MODERATION_REASON_WORDS } from './moderation-words.ts'

/** What narrows the log of moderation and its report. */
export const MODERATION_FILTERS: readonly FilterField[] = [
  {
    name: 'kind',
    label: 'What was done',
    choices: MODERATION_KINDS.map((value) => ({ value, label: MODERATION_KIND_WORDS[value] })),
  },
  {
    name: 'reason',
    label: 'Reason',
    choices: MODERATION_REASONS.map((value) => ({ value, label: MODERATION_REASON_WORDS[value] })),
  },
  {
    name: 'state',
    label: 'State',
    choices: MODERATION_STATES.map((value) => ({ value, label: enumWords(value) })),
  },
  { name: 'component', label: 'Component, by its short name' },
  { name: 'from', label: 'Done on or after, such as 2027-01-01', rare: true },
  { name: 'until', label: 'Done on or before, such as 2027-01-31', rare: true },
  { name: 'account', label: 'Account, by its id', rare: true },
]

/** What an address asks for, as the server takes it and a form shows it. */
export function moderationConditions({
  kind,
  reason,
  state,
  component,
  account,
  from,
  until,
}: ModerationConditions) {
  return { kind, reason, state, component, account, from, until }
}
