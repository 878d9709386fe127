import { mutation } from './documents.ts'
import type { TestApp } from './create-test-app.ts'

/** The end of an attempt: ACCEPTED, the typed error's name, or the code of an error that has no type. */
export type End = string

/** Sends a mutation as a persona and says how it ended. */
export async function attempt(
  app: TestApp,
  persona: string | null,
  name: string,
  input: object,
): Promise<End> {
  const answer = await app.as(persona, mutation(name), { input })
  const [error] = answer.errors ?? []
  if (error) return `${error.extensions?.['code']}`
  return endOf(answer.data[name])
}

interface MutationResult {
  readonly __typename: string
  readonly rows?: readonly { readonly code: string | null; readonly reason: string | null }[]
}

const ENDS: Readonly<Record<string, End>> = { FORBIDDEN: 'ForbiddenError', NOT_FOUND: 'NotFoundError' }

/** How a mutation's result ended; a bulk action ends as its first account does. */
export function endOf({ __typename, rows }: MutationResult): End {
  const [row] = rows ?? []
  if (row?.code) return ENDS[row.code] ?? `${row.code}: ${row.reason}`
  return __typename.endsWith('Error') ? __typename : 'ACCEPTED'
}
