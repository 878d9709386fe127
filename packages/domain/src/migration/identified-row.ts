import { accountTitle } from './account-title.ts'
import { guessComponent, type NamedComponent } from './component-guess.ts'
import type { RowIdentity } from './identify-row.ts'
import { ACCOUNT_TEXTS, type AccountText } from '../privacy-approval/privacy-approval.ts'
import { namedAfterPerson, personSigns, type AccountWords } from './person-name.ts'
import type { ListingStatus, RowCandidate } from './row-candidate.ts'

/** A row that names an account, with everything derived from it that a judgement looks at. */
export interface IdentifiedRow {
  readonly rowNumber: number
  readonly status: ListingStatus
  readonly platformId: string
  readonly platformName: string
  readonly platformUsable: boolean
  readonly canonicalKey: string
  readonly handle: string
  readonly profileUrl: string
  readonly title: string
  readonly language: string | null
  readonly source: string
  readonly listedOn: string | null
  /** Null while it has to be assigned. */
  readonly component: NamedComponent | null
  /** What the row says of its component, for the reason. */
  readonly componentLabel: string
  /** Why the account seems to be named after a person, or null. */
  readonly personSign: string | null
  /** Which texts of the account such a sign is about: kept with an account that is accepted nevertheless (IV.C.2). */
  readonly namesPersonIn: readonly AccountText[]
  /** The id an account made of this row gets. */
  readonly newAccountId: string
}

/** Derives from a row, and from the account its address names, what it is judged by. */
export function describeRow(
  candidate: RowCandidate & { readonly status: ListingStatus },
  identity: Extract<RowIdentity, { found: true }>,
  components: readonly NamedComponent[],
  given: { readonly rowNumber: number; readonly newAccountId: string; readonly today: string },
): IdentifiedRow {
  const { name, description, language, status, source, listedOn } = candidate
  const { handle, canonicalKey, canonicalUrl } = identity.account
  return {
    rowNumber: given.rowNumber,
    newAccountId: given.newAccountId,
    status,
    platformId: identity.platform.id,
    platformName: identity.platform.name,
    platformUsable: identity.platform.usable,
    canonicalKey,
    handle,
    profileUrl: canonicalUrl,
    title: accountTitle(name, description, handle),
    language,
    source,
    // A day still to come would outrank every later row.
    listedOn: listedOn !== null && listedOn <= given.today ? listedOn : null,
    component: componentOf(candidate, handle, components),
    componentLabel: candidate.componentCode ?? candidate.agencies.join(', '),
    personSign: namedAfterPerson({ handle, name, description }),
    namesPersonIn: textsWithSigns({ handle, name, description }),
  }
}

function textsWithSigns(words: AccountWords): readonly AccountText[] {
  const signs = personSigns(words).map(({ where }) => (where === 'NAME' ? 'TITLE' : where))
  return ACCOUNT_TEXTS.filter((text) => signs.some((where) => where === text))
}

function componentOf(
  candidate: RowCandidate,
  handle: string,
  components: readonly NamedComponent[],
): NamedComponent | null {
  if (candidate.componentCode !== null) {
    return components.find(({ code }) => code === candidate.componentCode) ?? null
  }
  return guessComponent({ ...candidate, handle }, components)
}
