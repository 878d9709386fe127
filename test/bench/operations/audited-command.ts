import { encodeGlobalID } from '@pothos/plugin-relay'
import { graphqlCall, type BenchWorld, type Call, type Operation } from './operation.ts'

const ACCOUNTS_PER_CONNECTION = 60
const REASON = 'Benchmark.'

const SUSPEND = `mutation Suspend($id: ID!, $reason: String!) {
  suspendAccount(input: { accountId: $id, reason: $reason }) { __typename ... on Error { code message } }
}`
const REINSTATE = `mutation Reinstate($id: ID!, $reason: String!) {
  reinstateAccount(input: { accountId: $id, reason: $reason }) { __typename ... on Error { code message } }
}`

/**
 * O5: suspending and reinstating accounts, each connection its own ones in turn: authorized, locked, decided, written,
 * chained, told and committed, against a transaction of the same statements that decides nothing.
 */
export async function auditedCommand({ owner, token, connections }: BenchWorld): Promise<Operation> {
  const bearer = await token('opa')
  const opa = await owner.query<{ person_id: string }>("select person_id from identity where subject = 'opa'")
  const actor = opa.rows[0]?.person_id ?? ''
  const { rows } = await owner.query<{ id: string }>(
    `select id from account where state = 'ACTIVE' and handle like 'benchmark%'
     order by md5(slug) limit ${connections * ACCOUNTS_PER_CONNECTION * 2}`,
  )
  const half = rows.length / 2
  const toggle = (query: string, id: string) =>
    graphqlCall(query, { id: encodeGlobalID('Account', id), reason: REASON }, bearer)
  return {
    id: 'O5',
    title: 'audited command: suspend and reinstate',
    sides: [
      {
        name: 'ours',
        contender: 'ours',
        calls: rows.slice(0, half).flatMap(({ id }) => [toggle(SUSPEND, id), toggle(REINSTATE, id)]),
        rows: null,
      },
      {
        name: 'raw',
        contender: 'raw',
        calls: rows
          .slice(half)
          .flatMap(({ id }) => [rawToggle(id, actor, 'SUSPENDED'), rawToggle(id, actor, 'ACTIVE')]),
        rows: null,
      },
    ],
    goals: [{ measure: 'requestsPerSecond', of: 'ours', against: 'raw', atLeast: 0.3 }],
  }
}

function rawToggle(account: string, actor: string, to: string): Call {
  return { method: 'POST', path: `/command?${new URLSearchParams({ account, actor, to }).toString()}` }
}
