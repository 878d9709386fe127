import { writeFile } from 'node:fs/promises'
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

if (import.meta.main) {
  for (const { url, text } of SCHEMA_FILES) await writeFile(url, text)
}
