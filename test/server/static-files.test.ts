import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginBuild, currentBuild, keepNewest, switchTo } from '@official-accounts/server/jobs/built-folder'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startTestServer, type RunningTestServer } from './start-test-server.ts'

let database: TestDatabase
let server: RunningTestServer

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ urls: database })
})

afterAll(async () => {
  await server.stop()
  await database.drop()
})

function build(face: 'site' | 'admin', name: string, files: Record<string, string>): void {
  const root = { root: join(server.dataDir, face) }
  const folder = beginBuild(root, name)
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, face === 'site' ? 'pages' : '.', path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, content)
  }
  switchTo(root, folder, name)
}

async function get(path: string, init?: RequestInit) {
  const response = await fetch(`${server.publicUrl}${path}`, { redirect: 'manual', ...init })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the one origin', () => {
  test('says that the site is being built before there is one', async () => {
    expect((await get('/')).status).toBe(503)
  })

  test('serves the site, its own page for what is missing in both languages, and a new build at once', async () => {
    const pages = {
      'index.html': 'one',
      '404.html': 'missing',
      'es/404.html': 'falta',
      '_astro/a.123.css': 'css',
    }
    build('site', 'one', pages)
    expect(await get('/')).toMatchObject({ status: 200, text: 'one' })
    expect(await get('/no/such')).toMatchObject({ status: 404, text: 'missing' })
    expect(await get('/es/no/such')).toMatchObject({ status: 404, text: 'falta' })
    build('site', 'two', { ...pages, 'index.html': 'two' })
    expect(await get('/')).toMatchObject({ status: 200, text: 'two' })
  })

  test('lets hashed files be kept for ever and pages be asked for again', async () => {
    expect((await get('/_astro/a.123.css')).headers.get('cache-control')).toContain('immutable')
    const { headers } = await get('/')
    expect(headers.get('cache-control')).toContain('no-cache')
    const again = await get('/', { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('serves the admin client for every address of its own, and no page for a missing file', async () => {
    build('admin', 'one', { 'index.html': 'client', 'assets/main.1.js': 'script' })
    expect((await get('/admin')).headers.get('location')).toBe('/admin/')
    for (const path of ['/admin/', '/admin/accounts/1?x=1']) expect((await get(path)).text).toBe('client')
    expect(await get('/admin/assets/main.1.js')).toMatchObject({ status: 200, text: 'script' })
    expect((await get('/admin/assets/gone.js')).status).toBe(404)
  })

  test('binds browsers: no frames, no foreign or inline scripts, no guessing of types', async () => {
    for (const path of ['/', '/admin/', '/no/such']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toMatch(/script-src 'self'( 'wasm-unsafe-eval')?;/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('never leads out of its folders', async () => {
    for (const path of [
      '/..%2f..%2f..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/publication.json',
      '/admin/..%2f..%2fowner-password',
    ]) {
      expect((await get(path)).text).not.toMatch(/root:|accountCount|^[\w-]{32}$/)
    }
  })

  test('takes nothing but GET and HEAD for pages', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405)
  })

  test('gives metrics to this machine alone', async () => {
    expect((await get('/metrics')).text).toContain('official_accounts_operation_seconds')
    expect((await get('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404)
  })
})

describe('builds', () => {
  test('are kept to the newest, the one in use among them', () => {
    const root = { root: mkdtempSync(join(tmpdir(), 'official-accounts-builds-')) }
    for (const [age, name] of ['d', 'c', 'b', 'a'].entries()) {
      switchTo(root, beginBuild(root, name), name)
      utimesSync(join(root.root, 'builds', name), 1_000 - age, 1_000 - age)
    }
    keepNewest(root, 2)
    const names = readdirSync(join(root.root, 'builds'))
    expect(names.sort()).toEqual(['a', 'c', 'd'])
    expect(currentBuild(root)).toBe('a')
    rmSync(root.root, { recursive: true })
  })
})
