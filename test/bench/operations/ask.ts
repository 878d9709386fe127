import type { Call } from './operation.ts'

/**
 * Sends one call and reads its answer. Throws when the status says failure or a GraphQL answer has errors: what is
 * measured has to be answers.
 */
export async function ask(url: string, call: Call): Promise<unknown> {
  const response = await fetch(url + call.path, {
    method: call.method,
    ...(call.headers ? { headers: { ...call.headers } } : {}),
    ...(call.body === undefined ? {} : { body: call.body }),
  })
  const text = await response.text()
  const answer = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as unknown) : null
  const failed = !response.ok || typeof answer !== 'object' || answer === null || 'errors' in answer
  if (failed) throw new Error(`${call.path} answered ${response.status}: ${text.slice(0, 500)}`)
  return answer
}
