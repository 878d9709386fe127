import * as z from 'zod'
import { accountRecord } from './account-record.ts'
import { absoluteAddress } from './addresses.ts'
import { componentRecord, platformRecord } from './reference-records.ts'

const dialect = 'https://json-schema.org/draft/2020-12/schema'

/** The JSON Schema of every record, which also says what each field means. `site` is the origin. */
export function schemaDocument(site: string): object {
  return {
    $schema: dialect,
    $id: absoluteAddress(site, '/data/v1/schema.json'),
    title: 'Official accounts, version 1',
    description:
      'One record is one account: a line of accounts.ndjson, a member of "accounts" in accounts.json, and the file accounts/<slug>.json. ' +
      'Components and platforms are described in $defs. Fields may be added within version 1; none is removed or given another meaning. ' +
      'Null means not known. Times are UTC. ' +
      'In the CSV files a cell that would begin with = + - @, a tab, a carriage return or an apostrophe has an apostrophe in front: take one away. ' +
      'A cell with several values separates them by semicolons; a semicolon or backslash of a value has a backslash in front. An empty cell means null.',
    $ref: '#/$defs/account',
    $defs: {
      account: definition(accountRecord),
      component: definition(componentRecord),
      platform: definition(platformRecord),
    },
  }
}

// Open to fields that later versions add, which a reader has to ignore.
function definition(record: z.ZodType): object {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(record, { target: 'draft-2020-12', io: 'input' })
  return schema
}
