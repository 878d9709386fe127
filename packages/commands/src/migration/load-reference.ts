import type { Tx } from '@official-accounts/db/transaction'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import type { NamedComponent } from '@official-accounts/domain/migration/component-guess'
import { platformBook, type PlatformBook } from '@official-accounts/domain/migration/identify-row'
import type { PlatformState, ReviewOutcome } from '@official-accounts/domain/platform/platform'

/** A component as an import needs it. */
export interface ImportComponent extends NamedComponent {
  readonly claimDays: number
}

/** What every row of a file is read against. */
export interface Reference {
  readonly components: readonly ImportComponent[]
  readonly book: PlatformBook
  readonly platformSlugs: ReadonlyMap<string, string>
}

/**
 * Reads components and platforms.
 *
 * @param decided whether the import's decision has been made: before it, a platform that the decision would
 *   approve counts as usable; after it, only an approved one
 */
export async function loadReference(tx: Tx, decided: boolean): Promise<Reference> {
  const components = await tx.component.findMany({
    select: { id: true, code: true, name: true, kind: true, claimDays: true },
    orderBy: { code: 'asc' },
  })
  const platforms = await tx.platform.findMany({
    select: {
      id: true,
      slug: true,
      name: true,
      alsoCalled: true,
      kind: true,
      state: true,
      rules: true,
      reviews: { select: { outcome: true } },
    },
    orderBy: { slug: 'asc' },
  })
  return {
    components: components.map(({ kind, ...component }) => ({
      ...component,
      department: kind === 'DEPARTMENT',
    })),
    book: platformBook(
      platforms.map(({ id, slug, name, alsoCalled, kind, state, rules, reviews }) => {
        const read = kind === 'PROFILE' ? parsePlatformRules(rules).rules : null
        const usable = state === 'APPROVED' || (!decided && isApprovable(state, reviews))
        const identity = read ? { slug, name, prohibited: state === 'PROHIBITED', rules: read } : null
        return { id, name, alsoCalled, usable, identity }
      }),
    ),
    platformSlugs: new Map(platforms.map(({ id, slug }) => [id, slug])),
  }
}

/** Whether a decision on an import approves this platform: undecided so far, and no review against it (IV.A.2). */
export function isApprovable(
  state: PlatformState,
  reviews: readonly { readonly outcome: ReviewOutcome }[],
): boolean {
  return (
    (state === 'PROPOSED' || state === 'UNDER_REVIEW') && reviews.every(({ outcome }) => outcome !== 'FAILED')
  )
}
