import { expect } from 'vitest'
import type { TestApp } from './create-test-app.ts'
import { mutation } from './documents.ts'

/** What a mutation answered: the record or the typed error. */
export interface Outcome {
  readonly __typename: string
  readonly id: string
  readonly state: string
  readonly status: string
  readonly vacant: boolean
  readonly version: number
  readonly slug: string
  readonly code: string
  readonly message: string
  readonly clauses: readonly { id: string }[]
  readonly issues: readonly { path: string; message: string }[]
  readonly allowed: readonly string[]
  readonly expected: number
  readonly actual: number
  readonly existingId: string | null
}

/** Sends a mutation as a persona and answers with its result; a GraphQL error fails the test. */
export async function act(app: TestApp, persona: string, name: string, input: object): Promise<Outcome> {
  const answer = await app.as(persona, mutation(name), { input })
  expect(answer.errors).toBeUndefined()
  return answer.data[name] as Outcome
}

/** Answers to every question of the default form, with the risk questions named answered by yes. */
export function formAnswers(...risks: readonly string[]): readonly { key: string; value: string }[] {
  return [
    { key: 'staffing', value: 'The duty editor and the deputy editor.' },
    ...['ownModeration', 'showsPeople', 'protectedGroups'].map((key) => ({
      key,
      value: risks.includes(key) ? 'YES' : 'NO',
    })),
  ]
}

let handles = 0

/** A request that breaks no clause, with changes; the handle is made up and new each time. */
export function requestInput(app: TestApp, changes: object = {}): object {
  handles += 1
  return {
    componentId: app.componentId('CBP'),
    profileUrl: `https://x.com/TestOutpost${handles}`,
    title: `Test outpost ${handles}`,
    useCategory: 'PUBLIC_COMMUNICATION',
    purpose: 'Tell travelers about waiting times at one crossing.',
    missionArea: 'Trade and travel',
    justification: 'The national account cannot post for a single crossing.',
    audience: 'Travelers at this crossing.',
    language: 'en',
    administrators: 2,
    officialOutletUrl: 'https://www.cbp.gov/travel',
    commentPolicyUrl: 'https://www.cbp.gov/comment-policy',
    privacyNoticeUrl: 'https://www.cbp.gov/privacy',
    recordsCaptureMethod: 'Every post is exported once a day.',
    answers: formAnswers(),
    ...changes,
  }
}

/** Takes a new account of CBP to a state, by the people whose turn it is. */
export async function accountIn(
  app: TestApp,
  state:
    | 'REQUESTED'
    | 'CHANGES_REQUESTED'
    | 'ENDORSED'
    | 'PERMITTED'
    | 'APPROVED'
    | 'ACTIVE'
    | 'SUSPENDED'
    | 'RETIRING'
    | 'RETIRED',
  changes: object = {},
): Promise<Outcome> {
  let account = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, changes))
  expect(account.state).toBe('REQUESTED')
  for (const [persona, name, more] of stepsTo(app, state)) {
    account = await act(app, persona, name, { accountId: account.id, ...more })
    expect(account.code, `${name}: ${account.message}`).toBeUndefined()
  }
  return account
}

type Step = readonly [persona: string, mutation: string, input: object]

function stepsTo(app: TestApp, state: string): readonly Step[] {
  const because = { reason: 'Because the test says so.' }
  if (state === 'CHANGES_REQUESTED') return [['director-cbp', 'returnAccountRequest', because]]
  const steps: readonly (readonly [string, Step])[] = [
    ['ENDORSED', ['director-cbp', 'endorseAccount', {}]],
    ['ATTESTED', ['cio', 'attestAccountSecurity', {}]],
    ['PERMITTED', ['opa', 'permitAccount', {}]],
    ['APPROVED', ['aspa', 'approveAccount', {}]],
    ['CONTACT', ['director-cbp', 'assignPrimaryContact', { personId: app.personId('manager-cbp') }]],
    ['ACTIVE', ['manager-cbp', 'activateAccount', {}]],
    ...(state === 'SUSPENDED' ? [['SUSPENDED', ['opa', 'suspendAccount', because]] as const] : []),
    ['RETIRING', ['manager-cbp', 'requestRetirement', because]],
    [
      'DEACTIVATED',
      [
        'manager-cbp',
        'confirmDeactivation',
        { observation: 'The address answers that there is no such account.' },
      ],
    ],
    [
      'RETIRED',
      ['records', 'confirmArchive', { archiveLocation: 'archive/1', archiveSha256: 'ab'.repeat(32) }],
    ],
  ]
  if (state === 'REQUESTED') return []
  const last = steps.findIndex(([reached]) => reached === state)
  return steps.slice(0, last + 1).map(([, step]) => step)
}
