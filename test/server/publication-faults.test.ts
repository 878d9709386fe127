import { gzipSync } from 'node:zlib'
import type { PublicationStart } from '@official-accounts/server/jobs/publication/publication-store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createPublishingApp, type PublishingApp } from '../support/publishing-app.ts'
import { insertAccount, insertPerson, rawId } from '../support/records.ts'
import { smallSite, type Spoil } from '../support/small-site.ts'

const CHANGE: PublicationStart = { publicationId: null, trigger: 'CHANGE', acceptLoss: false }
const NAME = 'Zebulon Quartermain'
const EMAIL = 'zebulon.quartermain@example.gov'

let app: PublishingApp
let personId: string
let good: string | null
beforeAll(async () => {
  app = await createPublishingApp()
  personId = rawId(await insertPerson(app, 'CBP', { display_name: NAME, email: EMAIL }))
  for (let count = 0; count < 5; count++) await insertAccount(app, 'ACTIVE')
  await app.publisher.publish(CHANGE)
  good = app.served()
})
afterAll(() => app.close())

/** The work of a persona that is about publications. */
async function work(persona: string) {
  const document = '{ workItems { items { kind reason action subjectId } } }'
  const { items } = (await app.as(persona, document)).data.workItems
  return items.filter(({ kind }: { kind: string }) => kind === 'PUBLICATION_FAILED')
}

async function lastBuild() {
  return (await app.as(null, '{ directoryStatus { lastBuild { outcome message } } }')).data.directoryStatus
    .lastBuild
}

interface Fault {
  readonly code: string
  readonly spoil: Spoil
  readonly detail: RegExp
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'whose program fails': {
    code: 'BUILD_FAILED',
    spoil: () => {
      throw new Error('The style sheet has no end.')
    },
    detail: /The style sheet has no end/,
  },
  'with a person’s name in a page': {
    code: 'PERSONAL_DATA',
    spoil: (write) => write('about/index.html', `<p>Ask <b>Zebulon</b> Quartermain.</p>`),
    detail: /^about\/index.html holds the name of person [0-9a-f-]{36}$/,
  },
  'with an e-mail address in compressed search data': {
    code: 'PERSONAL_DATA',
    spoil: (write) => write('pagefind/en.pf_fragment', gzipSync(`pagefind_dcd{"content":"${EMAIL}"}`)),
    detail: /^pagefind\/en.pf_fragment holds the email of person/,
  },
  'with a person’s id in open data': {
    code: 'PERSONAL_DATA',
    spoil: (write) => write('data/v1/people.json', JSON.stringify({ by: personId })),
    detail: /^data\/v1\/people.json holds the id of person/,
  },
  'with a person’s name in a feed': {
    code: 'PERSONAL_DATA',
    spoil: (write) => write('feeds/changes.atom', `<author><name>${NAME}</name></author>`),
    detail: /^feeds\/changes.atom holds the name of person/,
  },
  'with a person’s name as a file’s name': {
    code: 'PERSONAL_DATA',
    spoil: (write) => write('people/zebulon-quartermain/index.html', 'x'),
    detail: /holds the name of person/,
  },
  'with a link that leads nowhere': {
    code: 'LINKS_BROKEN',
    spoil: (write) => write('about/index.html', '<a href="/abuot/">About</a>'),
    detail: /^about\/index.html leads to \/abuot\/$/,
  },
  'with an address in the sitemap that leads nowhere': {
    code: 'LINKS_BROKEN',
    spoil: (write) => write('sitemap.xml', '<loc>http://localhost:4999/gone/</loc>'),
    detail: /^sitemap.xml leads to \/gone\/$/,
  },
  'in which a listed account has no page': {
    code: 'ACCOUNT_PAGES_MISSING',
    spoil: (_write, slugs) => void slugs.pop(),
    detail: /^x-testfixture\d+$/,
  },
}

describe.each(Object.entries(FAULTS))('a build %s', (_what, { code, spoil, detail }) => {
  test('is refused: the site before stays, and staff and public are told so', async () => {
    await insertAccount(app, 'ACTIVE')
    app.build = smallSite(app.services, spoil)
    const { outcome, fault } = await app.publisher.publish(CHANGE)
    expect([outcome, fault?.code]).toEqual(['FAILED', code])
    expect(app.served()).toBe(good)
    expect(app.builds()).toEqual([good])
    const { rows } = await app.owner.query('select * from publication order by id desc limit 1')
    expect(rows[0]).toMatchObject({ state: 'FAILED', failure_code: code, failure: fault?.message })
    expect(rows[0].detail).toMatch(detail)
    expect(await lastBuild()).toEqual({ outcome: 'FAILED', message: fault?.message })
    for (const persona of ['opa', 'admin']) {
      const [item, ...more] = await work(persona)
      expect(more).toEqual([])
      expect(item).toMatchObject({ action: 'publishDirectory' })
      expect(item.reason).toContain(fault?.message)
    }
  })
  test('says where and never whom: no name and no address stands in what is kept of it', async () => {
    const { rows } = await app.owner.query('select to_jsonb(p)::text as text from publication p')
    const { rows: entries } = await app.owner.query('select to_jsonb(e)::text as text from audit_entry e')
    expect([...rows, ...entries].filter(({ text }) => text.includes(NAME) || text.includes(EMAIL))).toEqual(
      [],
    )
  })
})

describe('a failure', () => {
  test('is work for nobody but who may publish', async () => {
    for (const persona of ['aspa', 'director-cbp', 'employee', 'analyst'])
      expect(await work(persona)).toEqual([])
  })
  test('closes by itself with the next good publication', async () => {
    app.build = smallSite(app.services)
    // What was refused is not built again before something in it changes.
    expect((await app.publisher.publish(CHANGE)).outcome).toBe('UNCHANGED')
    expect(await work('opa')).toHaveLength(1)
    await insertAccount(app, 'ACTIVE')
    expect((await app.publisher.publish(CHANGE)).outcome).toBe('PUBLISHED')
    good = app.served()
    expect(await work('opa')).toEqual([])
    expect(await lastBuild()).toMatchObject({ outcome: 'PUBLISHED', message: null })
  })
  test('closes by itself when the registry returns to what is published', async () => {
    const id = rawId(await insertAccount(app, 'ACTIVE'))
    app.build = smallSite(app.services, FAULTS['whose program fails']?.spoil)
    await app.publisher.publish(CHANGE)
    expect(await work('opa')).toHaveLength(1)
    await app.owner.query('delete from law_answer where account_id = $1', [id])
    await app.owner.query('delete from account where id = $1', [id])
    expect((await app.publisher.publish(CHANGE)).outcome).toBe('UNCHANGED')
    expect(await work('opa')).toEqual([])
  })
})

describe('a directory that shrinks by more than a fifth', () => {
  test('is refused, and published when somebody accepts the loss', async () => {
    app.build = smallSite(app.services)
    const { rows } = await app.owner.query('select count(*)::int as count from account')
    await app.owner.query(
      `update account set use_category = 'INTERNAL_GENERAL_AUDIENCE' where id in (select id from account order by id limit $1)`,
      [Math.ceil(rows[0].count * 0.3)],
    )
    const { fault } = await app.publisher.publish(CHANGE)
    expect(fault?.code).toBe('COUNT_COLLAPSED')
    expect(fault?.message).toMatch(/^The directory would have shrunk from \d+ to \d+ accounts\.$/)
    expect(app.served()).toBe(good)

    const { id } = await act(app, 'opa', 'publishDirectory', {
      acceptLoss: true,
      reason: 'A decided cleaning up.',
    })
    const accepted = await app.publisher.publish({ ...CHANGE, trigger: 'MANUAL', publicationId: rawId(id) })
    expect(accepted.outcome).toBe('PUBLISHED')
    expect(app.served()).toBe(rawId(id))
  })
})
