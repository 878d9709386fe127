import type { IdentifiedRow } from './identified-row.ts'
import type { Judgement } from './judgement.ts'
import type { KnownAccount } from './known-identity.ts'

/** What an imported row writes of an account, by the names people know. */
export const IMPORTED_FACTS = ['component', 'title', 'language', 'source', 'listedOn'] as const

/** One fact of an account as it is and as a row makes it; null for what is not known. */
export interface FactChange {
  readonly field: (typeof IMPORTED_FACTS)[number]
  readonly before: string | null
  readonly after: string | null
}

type Facts = Readonly<Record<FactChange['field'], string | null>>

const NOTHING: Facts = { component: null, title: null, language: null, source: null, listedOn: null }

/**
 * What applying a row changes, field by field: everything for an account it makes, what differs for one it updates,
 * nothing for a row without an effect. `before` is the account as known when the row was judged.
 */
export function factChanges(
  row: IdentifiedRow,
  { effect }: Pick<Judgement, 'effect'>,
  before: KnownAccount | null,
): readonly FactChange[] {
  if (effect.kind === 'NONE') return []
  const known = before === null ? NOTHING : { ...before, component: before.componentCode }
  const after = effect.kind === 'CREATE_ACCOUNT' ? madeFacts(row, effect) : updatedFacts(row, effect, before)
  return IMPORTED_FACTS.flatMap((field) => {
    const was = effect.kind === 'CREATE_ACCOUNT' ? null : known[field]
    return was === after[field] ? [] : [{ field, before: was, after: after[field] }]
  })
}

function madeFacts(row: IdentifiedRow, { title }: { readonly title: string }): Facts {
  const { language, source, listedOn, component } = row
  return { component: component?.code ?? null, title, language, source, listedOn }
}

function updatedFacts(
  row: IdentifiedRow,
  { facts }: Extract<Judgement['effect'], { kind: 'UPDATE_ACCOUNT' }>,
  before: KnownAccount | null,
): Facts {
  const { componentId, title, language, source, listedOn } = facts
  const moved = componentId !== before?.componentId
  const component = (moved ? row.component?.code : before.componentCode) ?? null
  return { component, title, language, source, listedOn }
}
