import { needsContact } from '../account/account.ts'
import type { IdentifiedRow } from './identified-row.ts'
import { held, judgement, namedAfterPersonReason, type AccountUpdate, type Judgement } from './judgement.ts'
import { isLater, type EarlierRow, type KnownAccount, type KnownIdentity } from './known-identity.ts'

/** What becomes of a row that lists an account as published. */
export function judgePublished(row: IdentifiedRow, known: KnownIdentity): Judgement {
  const earlier = known.rows.find(({ status }) => status === 'PUBLISHED') ?? null
  if (known.account !== null) return judgeAgainstAccount(row, known.account, earlier)
  if (earlier) return sameAccount(earlier, {})
  return judgeAlias(known.alias) ?? judgeNew(row, known)
}

function judgeAgainstAccount(
  row: IdentifiedRow,
  account: KnownAccount,
  earlier: EarlierRow | null,
): Judgement {
  const found = { accountId: account.id, componentId: account.componentId }
  if (!needsContact(account.state)) {
    const state = account.state.toLowerCase().replaceAll('_', ' ')
    return earlier
      ? sameAccount(earlier, found)
      : held('OTHER_STATE_HERE', `${whence(row)}; the record here is ${state}.`, found)
  }
  const mayUpdate =
    isLater(row.listedOn, account.listedOn) && account.imported && account.confirmedOn === null
  if (contradictsComponent(row, account) && !mayUpdate) {
    const reason = `The row says ${row.component?.code ?? row.componentLabel}; here the account is of ${account.componentCode}.`
    return earlier?.held ? sameAccount(earlier, found) : held('OTHER_COMPONENT', reason, found)
  }
  if (mayUpdate) {
    const facts = newerFacts(row, account)
    const effect = { kind: 'UPDATE_ACCOUNT', accountId: account.id, facts } as const
    const reason = `${whence(row)}, later than ${account.listedOn ?? 'an unknown day'}.`
    return judgement('UPDATED', 'NEWER_FACTS', reason, { ...found, componentId: facts.componentId, effect })
  }
  if (earlier) return sameAccount(earlier, found)
  return account.confirmedOn === null
    ? judgement('UNCHANGED', 'NOTHING_NEW', 'Registered here already; the row says nothing newer.', found)
    : judgement(
        'UNCHANGED',
        'CONFIRMED_HERE',
        `Confirmed here by its office on ${account.confirmedOn}.`,
        found,
      )
}

// The department's own name says nothing about which part runs an account: it never displaces a known component.
function contradictsComponent({ component }: IdentifiedRow, account: KnownAccount): boolean {
  return component !== null && !component.department && component.id !== account.componentId
}

function newerFacts(row: IdentifiedRow, account: KnownAccount): AccountUpdate {
  const componentId =
    row.component && contradictsComponent(row, account) ? row.component.id : account.componentId
  const { title, source, listedOn } = row
  return { componentId, title, language: row.language ?? account.language, source, listedOn }
}

function judgeAlias(alias: KnownIdentity['alias']): Judgement | null {
  if (alias === null) return null
  const { accountId } = alias
  return alias.former
    ? held('FORMER_HANDLE', 'This is the former handle of an account that goes by another name now.', {
        accountId,
      })
    : judgement('DUPLICATE', 'OTHER_ADDRESS_OF_ACCOUNT', 'A second address of an account registered here.', {
        accountId,
      })
}

function judgeNew(row: IdentifiedRow, { archived }: KnownIdentity): Judgement {
  const componentId = row.component?.id ?? null
  if (row.personSign !== null) {
    return held('NAMED_AFTER_PERSON', namedAfterPersonReason(row.personSign), { componentId })
  }
  if (archived && !isLater(row.listedOn, archived.listedOn)) {
    const reason = `Published by this row, archived in ${archived.source} ${onDay(archived.listedOn)}.`
    return held('PUBLISHED_BUT_ARCHIVED_ELSEWHERE', reason, { componentId })
  }
  if (row.component === null) {
    return held(
      'COMPONENT_UNKNOWN',
      `No component can be told from “${row.componentLabel}” and the row’s own words.`,
    )
  }
  if (!row.platformUsable) {
    return judgement(
      'REJECTED',
      'PLATFORM_NOT_USABLE',
      `${row.platformName} is not approved for use (V.B.1).`,
      { componentId },
    )
  }
  const effect = { kind: 'CREATE_ACCOUNT', componentId: row.component.id, title: row.title } as const
  return judgement('CREATED', 'NEW_ACCOUNT', `${whence(row)}.`, {
    componentId,
    accountId: row.newAccountId,
    effect,
  })
}

/** A row whose account an earlier row of the file names too. */
export function sameAccount(
  earlier: EarlierRow,
  details: Pick<Partial<Judgement>, 'accountId' | 'componentId'>,
): Judgement {
  const duplicateOf = earlier.rowNumber
  const reason = `The same account as row ${duplicateOf}.`
  return judgement('DUPLICATE', 'SAME_ACCOUNT_IN_FILE', reason, { ...details, duplicateOf })
}

function whence({ status, source, listedOn }: IdentifiedRow): string {
  return `${status === 'PUBLISHED' ? 'Listed' : 'Archived'} in ${source} ${onDay(listedOn)}`
}

/** `on 2022-11-19`, or that the day is not known. */
export function onDay(day: string | null): string {
  return day === null ? 'on an unknown day' : `on ${day}`
}
