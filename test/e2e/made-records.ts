import type { Page } from 'playwright-core'

/** Records of kinds that a first start has none of, by their ids as addresses spell them. */
export interface MadeRecords {
  readonly exception: string
  readonly delegation: string
  readonly access: string
  readonly finding: string
  readonly correctiveAction: string
  readonly incident: string
  readonly risk: string
  readonly riskMitigation: string
  readonly privacyApproval: string
}

interface Made {
  readonly made: { readonly id?: string; readonly message?: string }
}

/** Asks the server as the persona signed in on a page. */
export function askFrom<Data>(
  page: Page,
  query: string,
  variables: object = {},
): Promise<{ readonly data: Data }> {
  return page.evaluate(async (body) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'test' },
      body,
    })
    return (await response.json()) as { readonly data: Data }
  }, JSON.stringify({ query, variables }))
}

/** Makes one record of each kind by the mutations people send. */
export async function makeRecords(
  pageOf: (persona: string) => Promise<Page>,
  { account, delegate }: { readonly account: string; readonly delegate: string },
): Promise<MadeRecords> {
  async function make(persona: string, mutation: string, record: string, input: object): Promise<string> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
    const query = `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { ... on ${record} { id } ... on Error { message } } }`
    const { made } = (await askFrom<Made>(await pageOf(persona), query, { input })).data
    if (made.id === undefined) throw new Error(`${mutation} made nothing: ${made.message}`)
    return encodeURIComponent(made.id)
  }
  const finding = await make('opa', 'openFinding', 'Finding', {
    accountId: account,
    clause: 'V.A.2',
    detail: 'Opened for a test.',
  })
  const risk = await make('opa', 'raiseRisk', 'Risk', {
    accountId: account,
    area: 'PRIVACY',
    title: 'Messages reach the platform',
    description: 'Seen in a test.',
  })
  await make('privacy', 'assessRisk', 'Risk', {
    riskId: decodeURIComponent(risk),
    likelihood: 'LIKELY',
    impact: 'SERIOUS',
    reviewBy: '2098-01-01',
    reason: 'Seen in a test.',
  })
  return {
    finding,
    risk,
    riskMitigation: await make('privacy', 'planRiskMitigation', 'RiskMitigation', {
      riskId: decodeURIComponent(risk),
      task: 'Switch them off.',
      ownerRole: 'OPA',
      dueOn: '2097-01-01',
    }),
    incident: await make('employee', 'reportIncident', 'Incident', {
      kind: 'IMPERSONATION',
      address: 'https://x.com/TestImpostor',
      evidence: 'Seen in a test.',
    }),
    correctiveAction: await make('opa', 'assignCorrectiveAction', 'CorrectiveAction', {
      findingId: decodeURIComponent(finding),
      task: 'Look at it.',
      ownerRole: 'OPA',
      dueOn: '2099-01-01',
    }),
    privacyApproval: await make('manager-cbp', 'requestPrivacyApproval', 'PrivacyApproval', {
      accountId: account,
      title: 'Test Office of Jane Doe',
      information: 'The name of an official.',
      whose: 'The head of an office.',
      need: 'The office is known by it.',
    }),
    exception: await make('manager-cbp', 'requestException', 'Exception', {
      accountId: account,
      clauses: ['V.B.10'],
      justification: 'The office has no website of its own yet.',
      validUntil: '2099-01-01T00:00:00Z',
    }),
    delegation: await make('aspa', 'delegateApproval', 'Delegation', {
      delegateId: delegate,
      accountId: account,
      writtenAuthority: 'Memorandum 7',
      reason: 'For the time of a leave.',
    }),
    access: await make('author-cbp', 'requestAccess', 'AccessGrant', {
      kind: 'MONITOR',
      use: 'NON_OPERATIONAL_AWARENESS',
      monitored: [{ profileUrl: 'https://x.com/TestNeighbor', holder: 'OFFICE_OR_ORGANIZATION' }],
      businessNeed: 'To know which roads the county closes.',
      systemName: 'Department laptop',
      supervisor: 'Office of Field Operations',
      expiresOn: '2099-01-01',
    }),
  }
}
