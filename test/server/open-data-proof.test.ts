import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { loadSigningKey } from '@official-accounts/server/jobs/manifest/signing-key'
import { createLocalJWKSet, flattenedVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { howToCheck } from '../../apps/site/src/open-data/how-to-check.ts'
import { startSiteServer, type SiteServer } from '../site/site-server.ts'
import { createPublishingApp, SITE, type PublishingApp } from '../support/publishing-app.ts'
import { insertAccount } from '../support/records.ts'

const run = promisify(execFile)

let app: PublishingApp
let pages: string
let served: SiteServer
let folder: string
let keyFile: string

beforeAll(async () => {
  app = await createPublishingApp()
  folder = mkdtempSync(join(tmpdir(), 'official-accounts-proof-'))
  await insertAccount(app, 'ACTIVE')
  await app.publisher.publish({ publicationId: null, trigger: 'CHANGE', acceptLoss: false })
  // A copy: what is published is not to be altered.
  pages = join(folder, 'site')
  cpSync(join(app.dataDir, 'site/builds', app.served() ?? '', 'pages'), pages, { recursive: true })
  keyFile = join(folder, 'key.pem')
  cpSync(join(pages, 'data/v1/key.pem'), keyFile)
  served = await startSiteServer(pages)
})
afterAll(async () => {
  await served.stop()
  await app.close()
  rmSync(folder, { recursive: true })
})

/** Runs the documented commands in an empty folder; answers with how many succeeded before one did not. */
async function check(use: { readonly keptKey?: boolean } = {}): Promise<number> {
  const cwd = mkdtempSync(join(folder, 'check-'))
  let done = 0
  for (const command of howToCheck(served.origin).commands) {
    try {
      await run('sh', ['-c', command], { cwd })
    } catch {
      return done
    }
    done += 1
    if (use.keptKey && done === 1) cpSync(keyFile, join(cwd, 'data/v1/key.pem'))
  }
  return done
}

/** Alters a served file for the time of some work; its length stays, because the server has noted it. */
async function altered(
  path: string,
  alter: (text: string) => string,
  work: () => Promise<void>,
): Promise<void> {
  const file = join(pages, path)
  const before = readFileSync(file)
  writeFileSync(file, alter(before.toString()))
  try {
    await work()
  } finally {
    writeFileSync(file, before)
  }
}

describe('the documented check in three commands', () => {
  test('succeeds on what was published', async () => {
    expect(await check()).toBe(3)
    expect(await check({ keptKey: true })).toBe(3)
  })
  test('fails at the digests when a file was altered', async () => {
    await altered(
      'data/v1/accounts.json',
      (text) => text.replace('TestFixture', 'TestForgery'),
      async () => {
        expect(await check()).toBe(2)
      },
    )
  })
  test('fails at the digests when the manifest was altered', async () => {
    await altered(
      'data/v1/manifest.json',
      (text) => text.replace(/"size": \d/, '"size": 7'),
      async () => {
        expect(await check()).toBe(2)
      },
    )
  })
  test('fails at the signature when the list of digests was altered', async () => {
    await altered(
      'data/v1/SHA256SUMS',
      (text) => (text.startsWith('0') ? `1${text.slice(1)}` : `0${text.slice(1)}`),
      async () => {
        expect(await check()).toBe(1)
      },
    )
  })
  test('fails at the signature when another key signed', async () => {
    const foreign = await loadSigningKey(null, mkdtempSync(join(folder, 'foreign-')))
    const pem = String(foreign.publicKey.export({ type: 'spki', format: 'pem' }))
    await altered(
      'data/v1/key.pem',
      () => pem,
      async () => {
        expect(await check()).toBe(1)
        // Whoever kept the key from before is not deceived by a key that was put beside the files.
        expect(await check({ keptKey: true })).toBe(3)
      },
    )
  })
  test('names a fingerprint of the key that a person can compare', async () => {
    const cwd = mkdtempSync(join(folder, 'check-'))
    const { commands, keyFingerprint } = howToCheck(served.origin)
    await run('sh', ['-c', commands[0]], { cwd })
    const { stdout } = await run('sh', ['-c', keyFingerprint], { cwd })
    expect(stdout).toMatch(/^[0-9a-f]{64} /)
  })
})

describe('the manifest', () => {
  const read = (path: string) => readFileSync(join(pages, path), 'utf8')

  test('lists every file but itself and its proofs, with version, instant and key', async () => {
    const manifest = JSON.parse(read('data/v1/manifest.json'))
    const { directoryStatus } = (await app.as(null, '{ directoryStatus { version signingKey } }')).data
    expect(manifest).toMatchObject({
      site: SITE,
      version: directoryStatus.version,
      signingKey: directoryStatus.signingKey,
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    })
    const paths = manifest.files.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['index.html', 'data/v1/accounts.json', 'data/v1/keys.json']),
    )
    for (const { path, size } of manifest.files)
      expect([path, statSync(join(pages, path)).size]).toEqual([path, size])
  })
  test('is signed as a detached JWS with the published key, and by no other text', async () => {
    const keys = createLocalJWKSet(JSON.parse(read('data/v1/keys.json')))
    const [header = '', middle, signature = ''] = read('data/v1/manifest.jws').split('.')
    expect(middle).toBe('')
    const jws = (payload: string) => ({
      protected: header,
      payload: Buffer.from(payload).toString('base64url'),
      signature,
    })
    const { protectedHeader } = await flattenedVerify(jws(read('data/v1/manifest.json')), keys)
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: app.key.thumbprint })
    await expect(flattenedVerify(jws(`${read('data/v1/manifest.json')} `), keys)).rejects.toThrow('signature')
  })
})

describe('the key', () => {
  test('is made once, for its owner’s eyes alone', async () => {
    const file = join(app.dataDir, 'signing-key.pem')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect((await loadSigningKey(null, app.dataDir)).thumbprint).toBe(app.key.thumbprint)
  })
  test('is the operator’s own where there is one, and anything else there is refused without a word of it', async () => {
    const file = join(app.dataDir, 'signing-key.pem')
    expect((await loadSigningKey(file, '/nonexistent')).thumbprint).toBe(app.key.thumbprint)
    const other = join(folder, 'other.pem')
    writeFileSync(other, 'no key at all')
    await expect(loadSigningKey(other, folder)).rejects.toThrow('AUDIT_KEY_FILE')
    await expect(loadSigningKey(other, folder)).rejects.not.toThrow('no key at all')
  })
})
