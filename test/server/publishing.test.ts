import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { PublicationStart } from '@official-accounts/server/jobs/publication/publication-store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, accountIn } from '../support/act.ts'
import { createPublishingApp, type PublishingApp } from '../support/publishing-app.ts'
import { insertAccount } from '../support/records.ts'
import { smallSite } from '../support/small-site.ts'

const CHANGE: PublicationStart = { publicationId: null, trigger: 'CHANGE', acceptLoss: false }
const MANUAL: PublicationStart = { ...CHANGE, trigger: 'MANUAL' }
const REASON = { reason: 'Because the test says so.' }

let app: PublishingApp
beforeAll(async () => {
  app = await createPublishingApp()
  await insertAccount(app, 'ACTIVE')
})
afterAll(() => app.close())

async function states(): Promise<readonly string[]> {
  const { rows } = await app.owner.query('select state from publication order by id')
  return rows.map(({ state }) => state)
}

async function status() {
  const document = `{ directoryStatus { version accountCount upToDate publishedVersion publishedAt signingKey
    lastBuild { outcome at accountCount message } } }`
  return (await app.as(null, document)).data.directoryStatus
}

/** Asks for a publication as a person would and takes it up as the worker would. */
async function publishByHand(persona: string, input: object = {}) {
  const { id } = await act(app, persona, 'publishDirectory', input)
  return app.publisher.publish({
    ...MANUAL,
    publicationId: Buffer.from(id, 'base64').toString().split(':')[1] ?? '',
  })
}

describe('a publication', () => {
  test('before the first, the public is told that nothing is published', async () => {
    expect(await status()).toMatchObject({ upToDate: false, publishedVersion: null, lastBuild: null })
  })
  test('is built, checked, put in use and recorded, and the public is told', async () => {
    expect(await app.publisher.publish(CHANGE)).toEqual({
      outcome: 'PUBLISHED',
      accountCount: 1,
      fault: null,
    })
    const { rows } = await app.owner.query('select * from publication')
    expect(rows).toMatchObject([
      { id: app.served(), state: 'PUBLISHED', trigger: 'CHANGE', account_count: 1, kept: true },
    ])
    const told = await status()
    expect(told).toMatchObject({
      upToDate: true,
      signingKey: app.key.thumbprint,
      publishedVersion: told.version,
    })
    expect(told.lastBuild).toMatchObject({ outcome: 'PUBLISHED', accountCount: 1, message: null })
  })
  test('that would say the same is not built again, and leaves no trace', async () => {
    expect((await app.publisher.publish(CHANGE)).outcome).toBe('UNCHANGED')
    expect(await states()).toEqual(['PUBLISHED'])
  })
  test('follows a change, and the one before is kept', async () => {
    await accountIn(app, 'ACTIVE')
    expect((await status()).upToDate).toBe(false)
    const before = app.served()
    expect((await app.publisher.publish(CHANGE)).outcome).toBe('PUBLISHED')
    expect(await states()).toEqual(['SUPERSEDED', 'PUBLISHED'])
    expect(app.builds().toSorted()).toEqual([before, app.served()].toSorted())
  })
  test('asked for by hand ends as UNCHANGED where there is nothing to build, once', async () => {
    expect((await publishByHand('opa')).outcome).toBe('UNCHANGED')
    expect((await states()).at(-1)).toBe('UNCHANGED')
  })
  test('is written by the system and audited at every step', async () => {
    const { rows } = await app.owner.query(
      `select action, actor_kind, role, clauses from audit_entry where subject_type = 'Publication' order by id`,
    )
    const steps = rows.map(({ action, actor_kind }) => `${actor_kind} ${action}`)
    expect(steps).toEqual([
      'SYSTEM publication.begin',
      'SYSTEM publication.complete',
      'SYSTEM publication.begin',
      'SYSTEM publication.complete',
      'SYSTEM publication.complete',
      'PERSON directory.publish',
      'SYSTEM publication.end',
    ])
    expect(rows.every(({ clauses }) => clauses.includes('V.B.6'))).toBe(true)
  })
  test('is measured: outcomes are counted, and the age of what is in use is told', async () => {
    const text = await app.metrics.registry.metrics()
    expect(text).toMatch(/official_accounts_publications_total\{outcome="PUBLISHED"\} 2/)
    expect(text).toMatch(/official_accounts_published_age_seconds [0-9.]+/)
  })
  test('is kept to the newest five, in the registry and on disk', async () => {
    for (let count = 0; count < 5; count++) {
      await insertAccount(app, 'ACTIVE')
      await app.publisher.publish(CHANGE)
    }
    const { rows } = await app.owner.query('select id from publication where kept')
    expect(rows).toHaveLength(5)
    expect(app.builds().toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  })
})

describe('going back', () => {
  test('puts the earlier pages in use, and what was left does not return by itself', async () => {
    const left = app.served() ?? ''
    const { rows } = await app.owner.query(
      `select id from publication where state = 'SUPERSEDED' and kept order by id desc limit 1`,
    )
    const publicationId = encodeGlobalID('Publication', rows[0].id)
    const back = await act(app, 'opa', 'rollbackPublication', { publicationId, ...REASON })
    expect(back.state).toBe('PUBLISHED')
    await app.publisher.followRegistry()
    expect(app.served()).toBe(rows[0].id)
    expect(await status()).toMatchObject({ upToDate: false })

    expect((await app.publisher.publish(CHANGE)).outcome).toBe('UNCHANGED')
    expect((await app.startAgain().publish({ ...CHANGE, trigger: 'START' })).outcome).toBe('UNCHANGED')
    expect(app.served()).toBe(rows[0].id)
    const answer = await app.as('aspa', 'query ($id: ID!) { publication(id: $id) { state reason } }', {
      id: encodeGlobalID('Publication', left),
    })
    expect(answer.data.publication).toEqual({ state: 'ROLLED_BACK', reason: REASON.reason })
  })
  test('ends with another content, or when somebody asks for it', async () => {
    const back = app.served()
    expect((await publishByHand('admin')).outcome).toBe('PUBLISHED')
    expect(app.served()).not.toBe(back)
    expect(await status()).toMatchObject({ upToDate: true })
  })
  test('is refused to a publication whose pages are gone', async () => {
    const { rows } = await app.owner.query(
      `select id from publication where state = 'SUPERSEDED' and not kept limit 1`,
    )
    const publicationId = encodeGlobalID('Publication', rows[0].id)
    const refused = await act(app, 'opa', 'rollbackPublication', { publicationId, ...REASON })
    expect(refused).toMatchObject({ __typename: 'ConflictError' })
  })
})

describe('something urgent', () => {
  /** A build that lasts until it is ended. */
  function endless(begun: () => void) {
    return (_pages: string, signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        begun()
      })
  }

  test('ends an ordinary build and is published with everything in it', async () => {
    await insertAccount(app, 'ACTIVE')
    let begun = () => {}
    const building = new Promise<void>((resolve) => (begun = resolve))
    app.build = endless(begun)
    const ordinary = app.publisher.publish(CHANGE)
    await building
    app.build = smallSite(app.services)
    app.publisher.makeWay()
    const urgent = app.publisher.publish({ ...CHANGE, trigger: 'URGENT' })
    expect((await ordinary).outcome).toBe('SUPERSEDED')
    expect((await urgent).outcome).toBe('PUBLISHED')
    expect((await states()).slice(-2)).toEqual(['SUPERSEDED', 'PUBLISHED'])
    expect(app.builds().filter((name) => name.startsWith('.'))).toEqual([])
  })
  test('does not end what is urgent itself', async () => {
    await insertAccount(app, 'ACTIVE')
    let begun = () => {}
    const building = new Promise<void>((resolve) => (begun = resolve))
    app.build = async (pages, signal) => {
      begun()
      await smallSite(app.services)(pages, signal)
    }
    const urgent = app.publisher.publish({ ...CHANGE, trigger: 'URGENT' })
    await building
    app.publisher.makeWay()
    expect((await urgent).outcome).toBe('PUBLISHED')
  })
  test('takes over the loss that was accepted for the build it ended', async () => {
    const { accountCount } = await status()
    await app.owner.query(
      `update account set use_category = 'INTERNAL_GENERAL_AUDIENCE' where id in (select id from account order by id limit $1)`,
      [Math.ceil(accountCount / 2)],
    )
    let begun = () => {}
    const building = new Promise<void>((resolve) => (begun = resolve))
    app.build = endless(begun)
    const ordinary = publishByHand('opa', { acceptLoss: true })
    await building
    app.build = smallSite(app.services)
    app.publisher.makeWay()
    expect((await ordinary).outcome).toBe('SUPERSEDED')
    expect((await app.publisher.publish({ ...CHANGE, trigger: 'URGENT' })).outcome).toBe('PUBLISHED')
  })
})

describe('a server that is killed in the middle', () => {
  test('leaves a build that the next start calls failed, and no half-built folder', async () => {
    const served = app.served()
    const { rows } = await app.owner.query(
      `insert into publication (id, state, trigger, requested_at, started_at, build)
       values (gen_random_uuid(), 'BUILDING', 'CHANGE', now(), now(), 'x') returning id`,
    )
    const halfBuilt = join(app.dataDir, `site/builds/.${rows[0].id}.999`)
    mkdirSync(join(halfBuilt, 'pages'), { recursive: true })
    await app.startAgain().recover()
    const { rows: after } = await app.owner.query('select * from publication where id = $1', [rows[0].id])
    expect(after).toMatchObject([{ state: 'FAILED', failure_code: 'INTERRUPTED' }])
    expect([existsSync(halfBuilt), app.served()]).toEqual([false, served])
  })
  test('between the two steps of a switch, the next start serves what the registry says', async () => {
    const inUse = app.served()
    const other = app.builds().find((name) => name !== inUse) ?? ''
    const { useBuild } = await import('@official-accounts/server/jobs/built-folder')
    useBuild({ root: join(app.dataDir, 'site') }, other)
    expect(app.served()).toBe(other)
    await app.startAgain().recover()
    expect(app.served()).toBe(inUse)
  })
  test('and loses pages: what is in use is built again, and the rest can no longer be gone back to', async () => {
    rmSync(join(app.dataDir, 'site'), { recursive: true })
    const publisher = app.startAgain()
    await publisher.recover()
    expect((await publisher.publish({ ...CHANGE, trigger: 'START' })).outcome).toBe('PUBLISHED')
    const { rows } = await app.owner.query(`select id from publication where kept and state <> 'PUBLISHED'`)
    const gone = rows.filter(({ id }) => !app.builds().includes(id))
    await app.startAgain().recover()
    const { rows: kept } = await app.owner.query('select id from publication where kept')
    expect(gone.length).toBeLessThanOrEqual(1)
    expect(kept.map(({ id }) => id)).toEqual(app.builds())
  })
  test('in an orderly way says so as well', async () => {
    await insertAccount(app, 'ACTIVE')
    app.build = (_pages, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        app.stop()
      })
    const { outcome, fault } = await app.publisher.publish(CHANGE)
    expect([outcome, fault?.code]).toEqual(['FAILED', 'INTERRUPTED'])
  })
})
