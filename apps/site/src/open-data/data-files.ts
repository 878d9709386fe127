import type { Directory } from '../data/directory-index.ts'
import type { SiteFile } from '../data/site-file.ts'
import { accountRecordOf } from './account-record.ts'
import { absoluteAddress, accountDataPath } from './addresses.ts'
import { dataCatalog, type CatalogFacts } from './catalog.ts'
import { accountsCsv, componentsCsv, platformsCsv } from './csv-tables.ts'
import { componentRecordsOf, platformRecordsOf } from './reference-records.ts'
import { schemaDocument } from './schema-document.ts'

/** Every file of open data but the feeds, one after the other, so that not all are in memory at once. */
export function* dataFiles(directory: Directory, facts: CatalogFacts): Generator<SiteFile> {
  const { site } = facts
  yield file('/data/v1/schema.json', pretty(schemaDocument(site)))
  yield file('/data.json', pretty(dataCatalog(directory, facts)))
  yield* accountFiles(directory, site)
  const components = componentRecordsOf(directory, site)
  yield file('/data/v1/components.json', pretty({ ...envelope(directory, site), components }))
  yield file('/data/v1/components.csv', componentsCsv(components))
  const platforms = platformRecordsOf(directory, site)
  yield file('/data/v1/platforms.json', pretty({ ...envelope(directory, site), platforms }))
  yield file('/data/v1/platforms.csv', platformsCsv(platforms))
}

function* accountFiles(directory: Directory, site: string): Generator<SiteFile> {
  const records = directory.accounts.map((account) => accountRecordOf(directory, site, account))
  const lines = records.map((record) => JSON.stringify(record))
  const head = JSON.stringify(envelope(directory, site)).slice(0, -1)
  yield file('/data/v1/accounts.json', `${head},"accounts":[\n${lines.join(',\n')}\n]}\n`)
  yield file('/data/v1/accounts.ndjson', lines.map((line) => `${line}\n`).join(''))
  yield file('/data/v1/accounts.csv', accountsCsv(records))
  for (const record of records) yield file(accountDataPath(record.slug), pretty(record))
}

// Says which state of the directory a file speaks of.
function envelope({ status }: Directory, site: string) {
  return {
    schema: absoluteAddress(site, '/data/v1/schema.json'),
    asOf: status.asOf,
    version: status.version,
    digest: status.digest,
  }
}

function file(path: string, content: string): SiteFile {
  return { path: path.slice(1), content }
}

function pretty(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
