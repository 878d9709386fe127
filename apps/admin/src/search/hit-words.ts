import { actionTitle } from '../record/audit-words.ts'
import { enumWords } from '../ui/words.ts'
import type { SearchHit, SearchKind } from './search.documents.ts'

const KIND_WORDS: Readonly<Record<SearchKind, { readonly one: string; readonly many: string }>> = {
  ACCOUNT: { one: 'Account', many: 'Accounts' },
  PLATFORM: { one: 'Platform', many: 'Platforms' },
  PERSON: { one: 'Person', many: 'People' },
  IMPORT: { one: 'Import', many: 'Imports' },
  COMPONENT: { one: 'Component', many: 'Components' },
  AUDIT_ENTRY: { one: 'Audit entry', many: 'Audit entries' },
}

/** The kinds a search finds, in the order they are offered. */
export const SEARCH_KINDS: readonly SearchKind[] = [
  'ACCOUNT',
  'PLATFORM',
  'COMPONENT',
  'PERSON',
  'IMPORT',
  'AUDIT_ENTRY',
]

/** What a kind of record is called, for one or for many. */
export function kindWords(kind: SearchKind, many = false): string {
  return many ? KIND_WORDS[kind].many : KIND_WORDS[kind].one
}

/** What a record that was found is called. */
export function hitTitle({ kind, title }: SearchHit): string {
  return kind === 'AUDIT_ENTRY' ? actionTitle(title) : title
}

/** What else to say of it: kind, platform, second name, whose it is, its state. */
export function hitDetails({ kind, name, platformName, componentCode, state }: SearchHit): string {
  const parts = [kindWords(kind), platformName, name, kind === 'COMPONENT' ? null : componentCode]
  return [...parts, state === null ? null : enumWords(state)].filter((part) => part !== null).join(' · ')
}
