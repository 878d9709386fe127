import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type RunningProduct } from './start-product.ts'

let folder: string
let product: RunningProduct

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'official-accounts-start-'))
  product = await startProduct(folder)
})
afterAll(async () => {
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function count(): Promise<number> {
  const response = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ directoryStatus { accountCount } }' }),
  })
  const { data } = (await response.json()) as { data: { directoryStatus: { accountCount: number } } }
  return data.directoryStatus.accountCount
}

test('a first start loads the real accounts and serves every face', async () => {
  expect(await count()).toBeGreaterThanOrEqual(298)
  for (const path of ['/', '/verify/', '/es/', '/admin/', '/healthz', '/readyz']) {
    expect([path, (await fetch(`${product.url}${path}`)).status]).toEqual([path, 200])
  }
})

test('a second start on the same folder is refused in words that name the holder', async () => {
  await expect(startProduct(folder)).rejects.toThrow(/in use by another running process/)
  expect(await count()).toBeGreaterThanOrEqual(298)
})

test('a start after kill -9 finds everything as it was and loads nothing twice', async () => {
  const before = await count()
  const exit = once(product.process, 'exit')
  product.process.kill('SIGKILL')
  await exit
  // Another port is another address of the site, which would have to be built again.
  product = await startProduct(folder, Number(new URL(product.url).port))
  expect(await count()).toBe(before)
  expect(product.lines.join('\n')).not.toContain('Imported')
  expect(product.lines.join('\n')).toContain('public site: 298 accounts, up to date')
})

test('a stop by signal ends everything cleanly', async () => {
  const exit = once(product.process, 'exit')
  product.process.kill('SIGINT')
  expect(await exit).toEqual([0, null])
})
