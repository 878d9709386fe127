import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFilledProduct } from './first-start.ts'
import { startProduct, type RunningProduct } from './start-product.ts'

const REGISTRY = fileURLToPath(import.meta.resolve('@official-accounts/server/cli/registry'))
/** Far more than any of it takes: what is waited for comes, and how soon is measured and not judged. */
const PATIENCE = { timeout: 120_000, interval: 200 }

let folder: string
let product: RunningProduct

beforeAll(async () => {
  product = await startFilledProduct()
  folder = product.dataDir
})
afterAll(async () => {
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function registry(...args: string[]) {
  const { PATH = '', HOME = '' } = process.env
  const PORT = new URL(product.url).port
  const child = spawn(process.execPath, [REGISTRY, ...args, '--json'], {
    env: { PATH, HOME, DATA_DIR: folder, PORT },
  })
  const exited = once(child, 'exit')
  const stdout = await text(child.stdout)
  const [code] = await exited
  return { code, report: JSON.parse(stdout) }
}

async function ask(query: string, variables: object = {}, persona?: string) {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (persona) headers['authorization'] = `Bearer ${(await registry('token', persona)).report.accessToken}`
  const body = JSON.stringify({ query, variables })
  const response = await fetch(`${product.url}/graphql`, { method: 'POST', headers, body })
  // Shapes are asserted, not declared.
  // oxlint-disable-next-line typescript/no-explicit-any
  return (await response.json()) as any
}

async function act(persona: string, mutation: string, type: string, input: object) {
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Error { message } } }`
  return (await ask(document, { input }, persona)).data[mutation]
}

const lastBuild = async () =>
  (await ask('{ directoryStatus { upToDate lastBuild { outcome at message } } }')).data.directoryStatus

async function anAccount(): Promise<{ id: string; slug: string }> {
  const { data } = await ask(
    '{ accounts(first: 1, filter: { state: [ACTIVE], component: "CBP" }) { edges { node { id slug } } } }',
    {},
    'aspa',
  )
  return data.accounts.edges[0].node
}

test('a suspension shows on its page soon after the answer, whatever is being built meanwhile', async () => {
  const { id, slug } = await anAccount()
  // An ordinary change first: its build is under way, or waits to settle, when the suspension comes.
  const title = { accountId: id, title: 'Renamed for the test' }
  expect((await act('opa', 'updateAccount', 'UpdateAccountInput', title)).__typename).toBe('Account')
  const suspension = { accountId: id, reason: 'It is in other hands.' }
  expect((await act('aspa', 'suspendAccount', 'AccountDecisionInput', suspension)).__typename).toBe('Account')
  const answered = Date.now()
  const page = async () => (await fetch(`${product.url}/accounts/${slug}/`)).text()
  await expect.poll(page, PATIENCE).toMatch(/suspended/i)
  process.stdout.write(`a suspension took ${((Date.now() - answered) / 1000).toFixed(1)} s to its page\n`)
  await expect.poll(async () => (await lastBuild()).upToDate, PATIENCE).toBe(true)
})

test(
  'the notice of an incident is public until it is withdrawn, also once the account is back, in both languages, the data and the feed',
  async () => {
    const notice = 'Posts of today were not written by this office.'
    const { id: accountId, slug } = await anAccount()
    // Whoever answers for it has to be there for it to come back (V.B.5).
    const claimed = await act('manager-cbp', 'claimAccount', 'ClaimAccountInput', { accountId })
    expect(claimed.__typename).toBe('Account')
    const report = { kind: 'COMPROMISE', accountId, evidence: 'It posted what nobody of the office wrote.' }
    const reported = `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { ... on Incident { id } } }`
    const { id: incidentId } = (await ask(reported, { input: report }, 'opa')).data.reportIncident
    const containment = {
      incidentId,
      publicNotice: notice,
      noticeLanguage: 'en',
      reason: 'It is in other hands.',
    }
    expect((await act('opa', 'containIncident', 'ContainIncidentInput', containment)).__typename).toBe(
      'Incident',
    )
    const read = async (path: string) => (await fetch(`${product.url}${path}`)).text()
    await expect.poll(() => read(`/accounts/${slug}/`), PATIENCE).toContain(notice)
    for (const path of [`/es/accounts/${slug}/`, `/data/v1/accounts/${slug}.json`, '/data/v1/accounts.csv'])
      expect.soft(await read(path), path).toContain(notice)
    expect.soft(await read(`/es/accounts/${slug}/`)).toMatch(new RegExp(`lang="en"[^>]*>\\s*<p>${notice}`))
    expect.soft(await read('/feeds/changes.atom')).toContain(`/accounts/${slug}/`)
    const back = { accountId, reason: 'The login is ours again.' }
    expect((await act('opa', 'reinstateAccount', 'AccountDecisionInput', back)).__typename).toBe('Account')
    await expect.poll(() => read(`/accounts/${slug}/`), PATIENCE).toContain('its recovery goes on')
    expect.soft(await read(`/accounts/${slug}/`)).toContain(notice)
    expect.soft(await read(`/es/accounts/${slug}/`)).toContain('su recuperación continúa')
    const withdrawal = { incidentId, reason: 'It says what is over.' }
    const withdrawn = await act('opa', 'withdrawIncidentNotice', 'WithdrawIncidentNoticeInput', withdrawal)
    expect(withdrawn.__typename).toBe('Incident')
    await expect.poll(() => read(`/accounts/${slug}/`), PATIENCE).not.toContain(notice)
    expect(await read(`/accounts/${slug}/`)).not.toContain('its recovery goes on')
  },
  3 * PATIENCE.timeout,
)

test('a publication by hand goes through the running server and ends in one line', async () => {
  const unchanged = await registry('publish')
  expect(unchanged).toMatchObject({ code: 0, report: { ok: true, outcome: 'UNCHANGED', accountCount: 298 } })
})

test('kill -9 in the middle of a build: the next start says so, clears up, and publishes', async () => {
  const builds = join(folder, 'site/builds')
  const half = async () => (await readdir(builds)).filter((name) => name.startsWith('.')).length
  const { id } = await anAccount()
  await act('opa', 'updateAccount', 'UpdateAccountInput', { accountId: id, title: 'Renamed before the end' })
  await expect.poll(half, PATIENCE).toBe(1)
  const exit = once(product.process, 'exit')
  product.process.kill('SIGKILL')
  await exit
  product = await startProduct(folder, Number(new URL(product.url).port))
  expect(await half()).toBe(0)
  const { data } = await ask(
    '{ publications(first: 3, state: [FAILED]) { edges { node { failureCode endedAt } } } }',
    {},
    'admin',
  )
  expect(data.publications.edges).toMatchObject([{ node: { failureCode: 'INTERRUPTED' } }])
  expect(await lastBuild()).toMatchObject({ upToDate: true, lastBuild: { outcome: 'PUBLISHED' } })
  // The child of the killed server has ended as well: nothing writes into a folder that is gone.
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(await half()).toBe(0)
})

test('a publication by hand without a server is refused in words', async () => {
  await product.stop()
  const refused = await registry('publish')
  expect(refused).toMatchObject({ code: 1, report: { ok: false } })
  expect(refused.report.error).toMatch(/No server answers/)
})
