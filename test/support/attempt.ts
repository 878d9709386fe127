import { INPUT_TYPES, mutation } from './documents.ts'
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
  const answer = await app.as(persona, mutation(name, INPUT_TYPES[name] ?? 'Unknown'), { input })
  const [error] = answer.errors ?? []
  if (error) return `${error.extensions?.['code']}`
  return endOf(answer.data[name])
}

/** How a mutation's result ended; a bulk claim ends as its first account does. */
export function endOf(result: { __typename: string; outcomes?: readonly { refusal: string | null }[] }): End {
  if (result.outcomes) return endOfClaim(result.outcomes[0]?.refusal ?? null)
  return result.__typename.endsWith('Error') ? result.__typename : 'ACCEPTED'
}

function endOfClaim(refusal: string | null): End {
  if (refusal === null) return 'ACCEPTED'
  if (refusal.startsWith('There is no such')) return 'NotFoundError'
  return /needs one of these roles|is not yours to do/.test(refusal) ? 'ForbiddenError' : refusal
}
