import { describe, expect, it } from 'vitest'
import { createClient } from './create-client.ts'
import { graphql } from './graphql.ts'

const WhoAmI = graphql(`
  query WhoAmI {
    me {
      displayName
    }
  }
`)
const SignOff = graphql(`
  mutation SignOff($input: AccountInput!) {
    result: activateAccount(input: $input) {
      __typename
    }
  }
`)

/** Answers each request with the next of these; an Error stands for a connection that fails. */
function scripted(...answers: (object | Error)[]) {
  const requests: RequestInit[] = []
  async function fetch(_url: URL | RequestInfo, init?: RequestInit): Promise<Response> {
    requests.push(init ?? {})
    const answer = answers.shift() ?? new TypeError('no more answers')
    if (answer instanceof Error) throw answer
    return Response.json(answer)
  }
  return { fetch, requests }
}

const ANSWER = { data: { me: { __typename: 'Me', displayName: 'Persona' } } }

describe('the client of the signed-in face', () => {
  it('sends POST JSON with the header the server asks of a session', async () => {
    const { fetch, requests } = scripted(ANSWER)
    await createClient({ url: 'http://localhost/graphql', onSignedOut() {}, fetch })
      .query(WhoAmI, {})
      .toPromise()
    expect(requests[0]?.method).toBe('POST')
    expect(new Headers(requests[0]?.headers).get('x-requested-with')).toBe('official-accounts')
    expect(new Headers(requests[0]?.headers).get('content-type')).toBe('application/json')
  })

  it('sends a query again when it did not reach the server', async () => {
    const { fetch, requests } = scripted(new TypeError('failed'), ANSWER)
    const client = createClient({ url: 'http://localhost/graphql', onSignedOut() {}, fetch, retryPauseMs: 1 })
    const { data } = await client.query(WhoAmI, {}).toPromise()
    expect(data?.me?.displayName).toBe('Persona')
    expect(requests).toHaveLength(2)
  })

  it('never sends a mutation twice', async () => {
    const { fetch, requests } = scripted(new TypeError('failed'), ANSWER)
    const client = createClient({ url: 'http://localhost/graphql', onSignedOut() {}, fetch, retryPauseMs: 1 })
    const { error } = await client.mutation(SignOff, { input: { accountId: 'x' } }).toPromise()
    expect(error?.networkError).toBeDefined()
    expect(requests).toHaveLength(1)
  })

  it('tells when the server no longer knows the caller', async () => {
    let signedOut = 0
    const { fetch } = scripted({
      errors: [{ message: 'Sign in again.', extensions: { code: 'UNAUTHENTICATED' } }],
    })
    const client = createClient({
      url: 'http://localhost/graphql',
      onSignedOut: () => void signedOut++,
      fetch,
    })
    await client.query(WhoAmI, {}).toPromise()
    expect(signedOut).toBe(1)
  })
})
