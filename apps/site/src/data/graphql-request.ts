import type { TadaDocumentNode } from '@official-accounts/client/graphql'
import { print } from 'graphql'
import * as z from 'zod'

/** The directory could not be read completely and consistently; the message says what to look at. */
export class DirectoryPullError extends Error {
  override readonly name = 'DirectoryPullError'
}

/** Where to ask, and what ends the asking. */
export interface GraphqlEndpoint {
  readonly url: string
  readonly signal?: AbortSignal | undefined
}

const envelope = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
})

/**
 * Posts one document and returns its data, checked against `answer`.
 * Throws DirectoryPullError on a refused connection, an HTTP error, any GraphQL error (partial data is not used) and
 * an answer of another shape, and the signal's reason when it ends the request.
 */
export async function requestDocument<Result, Variables>(
  endpoint: GraphqlEndpoint,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  answer: z.ZodType<Result>,
): Promise<Result> {
  const { url } = endpoint
  const response = await post(endpoint, JSON.stringify({ query: print(document), variables }))
  const parsed = envelope.safeParse(response)
  if (!parsed.success) throw new DirectoryPullError(`${url} did not answer with GraphQL`)
  const { data, errors } = parsed.data
  if (errors && errors.length > 0) {
    throw new DirectoryPullError(
      `${url} answered with errors: ${errors.map((error) => error.message).join('; ')}`,
    )
  }
  const checked = answer.safeParse(data)
  if (checked.success) return checked.data
  throw new DirectoryPullError(`${url} answered in an unexpected shape:\n${z.prettifyError(checked.error)}`)
}

async function post({ url, signal }: GraphqlEndpoint, body: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
  }
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal: signal ?? null })
    const text = await response.text()
    if (!response.ok)
      throw new DirectoryPullError(`${url} answered HTTP ${response.status}: ${text.slice(0, 300)}`)
    return JSON.parse(text)
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof DirectoryPullError) throw error
    throw new DirectoryPullError(`${url} could not be read`, { cause: error })
  }
}
