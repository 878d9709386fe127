import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { nextNumber } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

/** A request to look at a made-up account, each time another one. */
export function accessRequest(): Record<string, unknown> {
  return {
    kind: 'MONITOR',
    use: 'NON_OPERATIONAL_AWARENESS',
    monitored: [
      { profileUrl: `https://x.com/TestNeighbor${nextNumber()}`, holder: 'OFFICE_OR_ORGANIZATION' },
    ],
    businessNeed: 'To know which roads the county closes.',
    systemName: 'Department laptop',
    supervisor: 'Office of Field Operations',
    expiresOn: '2099-01-01',
  }
}

async function accessIn(app: TestApp, state: 'REQUESTED' | 'APPROVED' | 'PROVISIONED'): Promise<string> {
  const { id: accessGrantId } = await act(app, 'contractor-cbp', 'requestAccess', accessRequest())
  if (state === 'REQUESTED') return accessGrantId
  await act(app, 'director-cbp', 'decideAccess', { accessGrantId, decision: 'APPROVE', ...REASON })
  if (state === 'APPROVED') return accessGrantId
  await act(app, 'cio', 'provisionAccess', { accessGrantId, ...REASON })
  return accessGrantId
}

/** For every mutation of this module a record on which it succeeds. */
export const accessGrantArrangements = {
  requestAccess: async () => accessRequest(),
  withdrawAccessRequest: async (app) => ({ accessGrantId: await accessIn(app, 'REQUESTED'), ...REASON }),
  decideAccess: async (app) => ({
    accessGrantId: await accessIn(app, 'REQUESTED'),
    decision: 'APPROVE',
    ...REASON,
  }),
  provisionAccess: async (app) => ({ accessGrantId: await accessIn(app, 'APPROVED'), ...REASON }),
  renewAccess: async (app) => ({
    accessGrantId: await accessIn(app, 'PROVISIONED'),
    expiresOn: '2099-06-01',
    ...REASON,
  }),
  revokeAccess: async (app) => ({ accessGrantId: await accessIn(app, 'PROVISIONED'), ...REASON }),
} satisfies Readonly<Record<string, Arrange>>
