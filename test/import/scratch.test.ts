import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, test } from 'vitest'
import { createImportWorld, realFile, type ImportWorld } from './import-world.ts'
let full: ImportWorld, bare: ImportWorld
beforeAll(async () => { full = await createImportWorld({ accounts: true }); bare = await createImportWorld({ accounts: false }) })
afterAll(async () => { await full.close(); await bare.close() })
test('x', async () => {
  let out = ''
  for (const [name, w] of [['full', full], ['bare', bare]] as const) {
    for (const round of [1, 2]) {
      const t = performance.now()
      const id = await w.importFile(realFile('registry-export.csv'), 'registry-export.csv')
      out += `\n=== ${name} round ${round} ${Math.round(performance.now() - t)} ms\n`
      const rows = await w.read((c) => c.migrationRow.findMany({ where: { migrationId: id }, orderBy: { rowNumber: 'asc' } }))
      const counts: Record<string, number> = {}
      for (const r of rows) { const k = `${r.outcome} ${r.code}`; counts[k] = (counts[k] ?? 0) + 1 }
      out += JSON.stringify(counts, null, 1) + '\n'
      for (const r of rows) if (!['NEW_ACCOUNT', 'NOTHING_NEW'].includes(r.code)) out += `${r.rowNumber} ${r.outcome} ${r.code} ${r.duplicateOf ?? ''} | ${(r.raw as any)['Account Name']} | ${(r.raw as any).link} | ${r.reason}\n`
    }
    const m = await w.read((c) => c.migration.findMany())
    out += JSON.stringify(m, null, 1)
    for (const r of await w.read(c => c.migrationRow.findMany({ where: { migration: { fileName: 'archived-accounts.csv' } } }))) if (r.code !== 'NEW_ARCHIVED_LISTING') out += `ARCH ${r.rowNumber} ${r.outcome} ${r.code} ${r.reason}\n`
    out += JSON.stringify(await w.read(c => c.account.findMany({ select: { title: true, handle: true, slug: true, source: true, listedOn: true, claimBy: true } })).then(x => x.map(a => `${a.slug} | ${a.title} | ${a.source} ${a.listedOn?.toISOString().slice(0,10)} ${a.claimBy?.toISOString().slice(0,10)}`)), null, 1)
    out += JSON.stringify(await w.read(c => c.platform.findMany({ select: { name: true, state: true, homepageUrl: true, alsoCalled: true, termsNegotiated: true, kind: true } })).then(x => x.filter(p => p.kind === 'PROFILE').map(a => Object.values(a).join(' | '))), null, 1)
  }
  writeFileSync('/tmp/scratch.out', out)
})
