import type { Client } from '@urql/core'
import { readOutcome, type ChangeDocument, type ChangeInput, type ChangeOutcome } from './result.ts'

/** A mutation with its input, ready to be sent. */
export type ChangeRequest = (client: Client) => Promise<ChangeOutcome>

/** Binds a mutation to its input; sending it never throws. */
export function change<Input extends ChangeInput>(
  document: ChangeDocument<Input>,
  input: Input,
): ChangeRequest {
  return async function send(client) {
    return readOutcome(await client.mutation(document, { input }).toPromise())
  }
}
