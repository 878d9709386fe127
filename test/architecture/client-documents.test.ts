import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema, Kind, validate, type DocumentNode } from 'graphql'
import { expect, test } from 'vitest'

const SOURCE = new URL('../../apps/admin/src/', import.meta.url)
const SCHEMA = buildSchema(
  readFileSync(new URL('../../packages/schema/schema.graphql', import.meta.url), 'utf8'),
)

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.documents.ts'),
)

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT
}

// Types do not show that two fields of one name differ, and the server then refuses the whole document.
test.each(files)('the server accepts every operation of %s', async (file) => {
  const exported: object = await import(new URL(file, SOURCE).pathname)
  const operations = Object.entries(exported).filter(
    ([, value]) =>
      isDocument(value) && value.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION),
  )
  const refused = operations.flatMap(([name, document]) =>
    validate(SCHEMA, document as DocumentNode).map(({ message }) => `${name}: ${message}`),
  )
  expect(refused).toEqual([])
})
