import { ask } from './ask.ts'
import { graphqlCall, type BenchWorld, type Operation } from './operation.ts'

const DEPTH = 0.95

const OURS = `query AuditPage($after: String) {
  auditEntries(first: 50, after: $after) {
    edges { cursor node { recordedAt action outcome subjectType subjectId reason changes } }
  }
}`

/** O8: the first page of the audit against one at nineteen twentieths of its depth. */
export async function auditPage({ owner, contenders, token }: BenchWorld): Promise<Operation> {
  const bearer = await token('inspector')
  const { rows } = await owner.query<{ id: string }>(
    `select id from audit_entry order by id desc limit 200
     offset (select (count(*) * ${DEPTH})::int from audit_entry)`,
  )
  const [deepest] = rows
  if (deepest === undefined) throw new Error('The audit is empty.')
  const after = (id: string) => Buffer.from(JSON.stringify([id])).toString('base64url')
  const first = graphqlCall(OURS, {}, bearer)
  const deep = rows.map(({ id }) => graphqlCall(OURS, { after: after(id) }, bearer))
  for (const call of [first, ...deep.slice(0, 1)]) await ask(contenders.ours.url, call)
  return {
    id: 'O8',
    title: 'audit: first page and deep page of 50',
    sides: [
      { name: 'first page', contender: 'ours', calls: [first], rows: null },
      { name: 'deep page', contender: 'ours', calls: deep, rows: null },
    ],
    goals: [{ measure: 'p95', of: 'deep page', against: 'first page', atMost: 1.5 }],
  }
}
