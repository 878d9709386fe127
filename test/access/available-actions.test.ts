import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { PERMISSIONS } from '@official-accounts/domain/access/permissions'
import { ACCOUNT_ACTIONS } from '@official-accounts/domain/account/account-machine'
import { ACCOUNT_STATES } from '@official-accounts/domain/account/account'
import { PLATFORM_ACTIONS } from '@official-accounts/domain/platform/platform-machine'
import { PLATFORM_STATES, REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { ROLES } from '@official-accounts/domain/access/roles'
import { PERSONAS, type Persona } from '@official-accounts/server/development/personas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestInput } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { inputTypeOf } from '../support/documents.ts'
import {
  insertAccount,
  insertContact,
  insertImported,
  insertPlatform,
  nextNumber,
  rawId,
} from '../support/records.ts'
import { passedReview } from '../support/reviews.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

/** One persona of each set of powers: another of the same set would only repeat the answers. */
function distinct(prefix: string): readonly string[] {
  const byPowers = Map.groupBy(PERSONAS, (persona) => powersOf(persona, prefix))
  return [...byPowers.values()].map(([persona]) => persona?.name ?? '')
}

function powersOf({ roles, component }: Persona, prefix: string): string {
  const may = Object.entries(PERMISSIONS).filter(
    ([name, rule]) =>
      name.startsWith(prefix) && roles.some((role) => (rule.roles as readonly string[]).includes(role)),
  )
  return JSON.stringify([may.map(([name]) => name), roles.map((role) => ROLES[role].reads), component])
}

interface Shown {
  readonly action: string
  readonly allowed: boolean
  readonly blockedBy: { readonly code: string; readonly clause: { readonly id: string } | null } | null
}

const ACTIONS = 'availableActions { action allowed blockedBy { code message clause { id } } }'

async function shownTo(
  persona: string,
  kind: 'account' | 'platform',
  id: string,
): Promise<readonly Shown[] | null> {
  const answer = await app.as(persona, `query ($id: ID!) { ${kind}(id: $id) { ${ACTIONS} } }`, { id })
  expect(answer.errors).toBeUndefined()
  return answer.data[kind]?.availableActions ?? null
}

/** Sends several mutations in one document, in order, and answers with code and first clause of each error. */
async function endsOf(persona: string, actions: readonly string[], input: (action: string) => object) {
  const result =
    '{ __typename ... on Error { code message } ... on PolicyRefusalError { clauses { id } } ... on ForbiddenError { clauses { id } } }'
  const variables = actions.map((action) => `$${action}: ${inputTypeOf(action)}!`).join(', ')
  const fields = actions.map((action) => `${action}(input: $${action}) ${result}`).join('\n')
  const inputs = Object.fromEntries(actions.map((action) => [action, input(action)]))
  const answer = await app.as(persona, `mutation (${variables}) { ${fields} }`, inputs)
  expect(answer.errors).toBeUndefined()
  return Object.fromEntries(
    actions.map((action) => {
      const { code, message, clauses } = answer.data[action]
      return [action, code ? { code, clause: clauses?.[0]?.id ?? null, message } : 'ACCEPTED']
    }),
  )
}

/** What is shown as blocked is refused for the same reason; what is shown as allowed happens, each on a record of its own. */
async function checkAgreement(
  persona: string,
  kind: 'account' | 'platform',
  make: () => Promise<string>,
  input: (id: string, action: string) => object,
) {
  const id = await make()
  const shown = await shownTo(persona, kind, id)
  if (shown === null) return { shown: 0, allowed: 0 }
  const blocked = shown.filter(({ allowed }) => !allowed)
  const ends = await endsOf(
    persona,
    blocked.map(({ action }) => action),
    (action) => input(id, action),
  )
  const expected = blocked.map(({ action, blockedBy }) => [
    action,
    { code: blockedBy?.code, clause: blockedBy?.clause?.id ?? null },
  ])
  expect(ends).toMatchObject(Object.fromEntries(expected))
  const allowed = shown.filter((one) => one.allowed)
  for (const { action } of allowed) {
    const fresh = await make()
    expect(await endsOf(persona, [action], () => input(fresh, action))).toEqual({ [action]: 'ACCEPTED' })
  }
  return { shown: shown.length, allowed: allowed.length }
}

const REASON = { reason: 'Because the test says so.' }

function accountInput(accountId: string, action: string): object {
  const {
    componentId: _c,
    profileUrl: _p,
    useCategory: _u,
    ...details
  } = requestInput(app) as Record<string, unknown>
  const more: Record<string, object> = {
    resubmitAccountRequest: details,
    activateAccount: {},
    claimAccount: {},
    updateAccount: { title: 'Another title' },
    renameAccount: { profileUrl: `https://x.com/TestRenamed${nextNumber()}` },
    assignPrimaryContact: { personId: app.personId('director-cbp') },
    assignAlternateContact: { personId: app.personId('director-cbp') },
    endContact: { personId: app.personId('author-cbp'), ...REASON },
    handOverContact: { personId: app.personId('director-cbp'), ...REASON },
    recordAccountAdvice: { advice: 'CONCUR', ...REASON },
    confirmDeactivation: { observation: 'Gone.' },
    confirmArchive: { archiveLocation: 'archive/1', archiveSha256: 'ab'.repeat(32) },
  }
  return { accountId, ...(more[action] ?? REASON) }
}

async function accountWithContacts(
  state: (typeof ACCOUNT_STATES)[number],
  fixture: Parameters<typeof insertAccount>[2] = {},
): Promise<string> {
  const id = await insertAccount(app, state, { primary: 'contractor-cbp', ...fixture })
  await insertContact(app, rawId(id), 'author-cbp', { role: 'ALTERNATE' })
  return id
}

const ACCOUNTS: readonly (readonly [string, () => Promise<string>])[] = [
  ...ACCOUNT_STATES.map((state) => [state, () => accountWithContacts(state)] as const),
  ['ENDORSED and permitted', () => accountWithContacts('ENDORSED', { permitted: true })],
  [
    'ENDORSED without an outlet',
    () => accountWithContacts('ENDORSED', { columns: { official_outlet_url: null } }),
  ],
  [
    'REQUESTED by the director',
    () =>
      accountWithContacts('REQUESTED', { columns: { requested_by_id: rawId(app.personId('director-cbp')) } }),
  ],
  ['ACTIVE without contacts', () => insertAccount(app, 'ACTIVE')],
  ['ACTIVE, imported and unclaimed', () => insertImported(app, 'CBP')],
  [
    'RETIRING, its archive confirmed by somebody who may confirm the rest',
    () => accountWithContacts('RETIRING', { confirmed: [{ kind: 'ARCHIVE', by: 'opa' }] }),
  ],
  [
    'RETIRING with one confirmation',
    () => accountWithContacts('RETIRING', { confirmed: [{ kind: 'DEACTIVATION', by: 'opa' }] }),
  ],
  [
    'REQUESTED on a suspended platform',
    () => accountWithContacts('REQUESTED', { columns: { platform_id: app.world.platforms['Instagram'] } }),
  ],
]

describe('what is shown as possible on an account is what its mutations then do', () => {
  test.each(ACCOUNTS)('%s', async (_state, make) => {
    let allowed = 0
    for (const persona of distinct('account.')) {
      const seen = await checkAgreement(persona, 'account', make, accountInput)
      expect([0, ACCOUNT_ACTIONS.length]).toContain(seen.shown)
      allowed += seen.allowed
    }
    expect(allowed > 0).toBe(!/^(RETIRED|DENIED|WITHDRAWN)/.test(_state))
  })
})

function platformInput(persona: string) {
  const roles = PERSONAS.find(({ name }) => name === persona)?.roles ?? []
  const own = REVIEW_KINDS.find((kind) => roles.includes(REVIEW_OFFICES[kind].role)) ?? 'SECURITY'
  return (platformId: string, action: string): object => {
    if (action === 'recordPlatformReview') return { platformId, ...passedReview(own) }
    if (action === 'recordPlatformTermsChange')
      return { platformId, ...REASON, text: 'TERMS_OF_SERVICE', changedOn: '2026-01-31' }
    if (action === 'prohibitPlatform')
      return { platformId, ...REASON, prohibitedByLaw: 'Test Act', prohibitedOn: '2022-12-29' }
    return { platformId, ...REASON }
  }
}

const PLATFORMS: readonly (readonly [string, () => Promise<string>])[] = [
  ...PLATFORM_STATES.map((state) => [state, () => insertPlatform(app, state)] as const),
  ['UNDER_REVIEW with reviews due', () => insertPlatform(app, 'UNDER_REVIEW', {}, 'DUE')],
  ['UNDER_REVIEW with a failed review', () => insertPlatform(app, 'UNDER_REVIEW', {}, 'FAILED')],
]

describe('what is shown as possible on a platform is what its mutations then do', () => {
  test.each(PLATFORMS)('%s', async (_state, make) => {
    for (const persona of [...distinct('platform.'), 'privacy', 'counsel']) {
      const seen = await checkAgreement(persona, 'platform', make, platformInput(persona))
      expect(seen.shown).toBe(PLATFORM_ACTIONS.length)
    }
  })
})
