import { reopenAllExpiredReviews } from '@official-accounts/commands/platform/reopen-expired-reviews'
import { nextNight } from '@official-accounts/server/jobs/review-expiry'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createWorld } from '../support/world.ts'
import { startTestServer, type RunningTestServer } from './start-test-server.ts'

let database: TestDatabase
let server: RunningTestServer
beforeAll(async () => {
  database = await createTestDatabase()
  await createWorld(database.ownerUrl)
  server = await startTestServer({ urls: database })
})
afterAll(async () => {
  await server.stop()
  await database.drop()
})

interface Feed {
  readonly approved: readonly { readonly platform: string; readonly domains: readonly string[] }[]
  readonly prohibited: readonly {
    readonly platform: string
    readonly domains: readonly string[]
    readonly law: string
  }[]
}

describe('IV.B.2: network teams read which domains are approved and which are prohibited', () => {
  test('as JSON: approved platforms alone, and what a statute prohibits with its law', async () => {
    const response = await fetch(`${server.publicUrl}/data/v1/platform-domains.json`)
    expect(response.headers.get('content-type')).toBe('application/json')
    const { approved, prohibited } = (await response.json()) as Feed
    expect(approved.map(({ platform }) => platform)).toEqual(['facebook', 'linkedin', 'x'])
    expect(approved.find(({ platform }) => platform === 'x')?.domains).toContain('x.com')
    expect(approved.find(({ platform }) => platform === 'linkedin')?.domains).toContain('*.linkedin.com')
    expect(prohibited).toMatchObject([
      { platform: 'tiktok', law: 'Pub. L. 117-328, div. R', since: '2022-12-29' },
    ])
  })
  test('as plain text, a domain a line; unchanged it is not sent again', async () => {
    const url = `${server.publicUrl}/data/v1/platform-domains.txt`
    const response = await fetch(url)
    const lines = (await response.text()).split('\n')
    expect(lines).toContain('approved x.com')
    expect(lines).toContain('prohibited tiktok.com')
    expect(lines.filter((line) => line.includes('reddit') || line.includes('instagram'))).toEqual([])
    const again = await fetch(url, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
  })
})

test('the nightly look runs on a database in which nothing has expired', async () => {
  expect(await reopenAllExpiredReviews(server.services.commands)).toBe(0)
  expect(nextNight(new Date('2026-11-22T02:59:00Z')).toISOString()).toBe('2026-11-22T03:00:00.000Z')
  expect(nextNight(new Date('2026-11-22T03:00:00Z')).toISOString()).toBe('2026-11-23T03:00:00.000Z')
})
