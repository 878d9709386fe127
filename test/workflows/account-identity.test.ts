import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act, requestInput } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const CHECK = `query ($url: String!) {
  profileUrlCheck(profileUrl: $url) {
    outcome reason handle canonicalUrl platform { slug } registered { id } similar { reason account { id } }
  }
}`

async function check(persona: string, url: string) {
  const answer = await app.as(persona, CHECK, { url })
  expect(answer.errors).toBeUndefined()
  return answer.data.profileUrlCheck
}

describe('an account is registered once, however its address is written', () => {
  test('the same account under another spelling is a conflict that points to the record', async () => {
    const first = await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { profileUrl: 'https://x.com/OutpostOne' }),
    )
    for (const profileUrl of [
      'http://www.twitter.com/outpostone/',
      'mobile.twitter.com/@OutpostOne',
      'https://twitter.com/#!/OUTPOSTONE',
    ]) {
      const second = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { profileUrl }))
      expect(second).toMatchObject({ __typename: 'ConflictError', existingId: first.id })
    }
  })
  test('a conflict with a record the caller may not see does not say which', async () => {
    await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { profileUrl: 'https://x.com/HiddenOutpost' }),
    )
    const input = requestInput(app, {
      profileUrl: 'https://x.com/HiddenOutpost',
      componentId: app.componentId('FEMA'),
    })
    expect(await act(app, 'manager-fema', 'requestAccount', input)).toMatchObject({
      __typename: 'ConflictError',
      existingId: null,
    })
  })
  test('a name whose request was denied may be asked for again', async () => {
    const input = requestInput(app, { profileUrl: 'https://x.com/SecondChance' })
    const first = await act(app, 'manager-cbp', 'requestAccount', input)
    await act(app, 'aspa', 'denyAccount', { accountId: first.id, reason: 'Not now.' })
    expect((await act(app, 'manager-cbp', 'requestAccount', input)).state).toBe('REQUESTED')
  })
})

describe('look-alikes are shown while a request is written and kept for whoever decides', () => {
  test.each([
    [
      'a letter replaced by a digit',
      'https://x.com/HarborWatch0',
      'https://x.com/HarborWatchO',
      'CONFUSABLE',
    ],
    ['one letter more', 'https://x.com/RiverOutlook', 'https://x.com/RiverOutlooks', 'DISTANCE_ONE'],
  ])('%s', async (_how, registered, asked, reason) => {
    const { id } = await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { profileUrl: registered }),
    )
    expect((await check('manager-cbp', asked)).similar).toContainEqual({ reason, account: { id } })
    const request = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { profileUrl: asked }))
    const audit = await app.as(
      'opa',
      'query ($id: ID!) { auditEntries(first: 5, filter: { subject: $id }) { edges { node { changes } } } }',
      { id: request.id },
    )
    const changes = audit.data.auditEntries.edges.flatMap(
      ({ node }: { node: { changes: { field: string }[] } }) => node.changes,
    )
    expect(changes.map(({ field }: { field: string }) => field)).toContain('similarTo')
  })
  test('what is registered already is said before the request is sent', async () => {
    const { id } = await accountIn(app, 'ENDORSED', { profileUrl: 'https://x.com/KnownOutpost' })
    expect(await check('manager-cbp', 'x.com/knownoutpost')).toMatchObject({
      outcome: 'ACCOUNT',
      handle: 'knownoutpost',
      registered: { id },
    })
    expect((await check('manager-fema', 'x.com/knownoutpost')).registered).toBeNull()
  })
  test('a personal profile, a group and a post without an owner are said to be none', async () => {
    expect(await check('manager-cbp', 'https://www.linkedin.com/in/somebody')).toMatchObject({
      outcome: 'NOT_AN_ACCOUNT',
      reason: 'PERSONAL_PROFILE',
    })
    expect(await check('manager-cbp', 'https://www.facebook.com/groups/12345')).toMatchObject({
      outcome: 'NOT_AN_ACCOUNT',
      reason: 'GROUP',
    })
    expect(await check('manager-cbp', 'https://x.com/i/web/status/1234567890')).toMatchObject({
      outcome: 'NOT_AN_ACCOUNT',
      reason: 'POST_WITHOUT_OWNER',
    })
    expect(await check('manager-cbp', 'https://www.tiktok.com/@somebody')).toMatchObject({
      outcome: 'PROHIBITED_PLATFORM',
    })
  })
})
