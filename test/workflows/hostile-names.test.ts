import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, requestInput, type Outcome } from '../support/act.ts'
import { accessRequest } from '../support/arrangements/access-grant.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const paths = ({ issues }: Outcome) => issues?.map(({ path }) => path)
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const tool = (changes: object) =>
  act(app, 'opa', 'proposePlatform', {
    kind: 'TOOL',
    name: 'Example Notices',
    homepageUrl: 'https://notices.example/',
    purpose: 'To tell people what changes.',
    ...changes,
  })

describe('a name is one line that reads as it is written', () => {
  test.each(['Notices\napproved evil.example', 'CBP \u202egpj.exe', 'Tik\u200bTok'])(
    '%j names no platform, account, topic or office',
    async (name) => {
      expect(paths(await tool({ name }))).toEqual(['name'])
      const asked = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { title: name }))
      expect(paths(asked)).toEqual(['title'])
      const topics = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, { topics: [name] }))
      expect(paths(topics)).toEqual(['topics.0'])
      const access = await act(app, 'employee', 'requestAccess', { ...accessRequest(), supervisor: name })
      expect(paths(access)).toEqual(['supervisor'])
    },
  )
})

describe('V.B.1: a platform prohibited by statute comes in by no other name', () => {
  test.each(['tiktok.com', 'ads.tiktok.com', 'WWW.TIKTOK.COM'])('not on %s', async (host) => {
    expect(clauseIds(await tool({ hosts: ['notices.example', host] }))).toEqual(['V.B.1', 'V.A.2'])
    expect(
      clauseIds(await tool({ homepageUrl: `https://${host}/business`, hosts: ['notices.example'] })),
    ).toEqual(['V.B.1', 'V.A.2'])
  })
  test('and an address of a machine is no domain', async () => {
    expect(paths(await tool({ hosts: ['127.0.0.1'] }))).toEqual(['hosts.0'])
  })
})

test('a day that does not exist is refused in an instant too', async () => {
  const input = {
    delegateId: app.personId('opa'),
    validUntil: '2027-02-31T00:00:00Z',
    writtenAuthority: 'Memorandum 7',
    ...REASON,
  }
  const { errors } = await app.as(
    'aspa',
    'mutation ($input: DelegateApprovalInput!) { delegateApproval(input: $input) { __typename } }',
    { input },
  )
  expect(errors?.[0]?.message).toContain('An instant such as')
})
