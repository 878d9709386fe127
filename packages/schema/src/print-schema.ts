import { readFile, writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { internalSchema, publicSchema } from './schema.ts'

/** Where the two schemas are committed, to be reviewed as a diff. */
export const SCHEMA_FILES = [
  { url: new URL('../schema.graphql', import.meta.url), text: print(internalSchema) },
  { url: new URL('../schema-public.graphql', import.meta.url), text: print(publicSchema) },
]

function print(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}

if (import.meta.main) await (process.argv.includes('--check') ? compare() : write())

async function write(): Promise<void> {
  for (const { url, text } of SCHEMA_FILES) await writeFile(url, text)
}

async function compare(): Promise<void> {
  for (const { url, text } of SCHEMA_FILES) {
    if ((await readFile(url, 'utf8')) === text) continue
    console.error(`${url.pathname} is not what the code prints: run node packages/schema/src/print-schema.ts`)
    process.exitCode = 1
  }
}
