import { decideDiscoveredAccount } from '@official-accounts/db/facts/discovered-account-facts'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DISCOVERY_CLOSURES } from '@official-accounts/domain/discovered-account/discovered-account'
import { checkDiscoveredAccountAction } from '@official-accounts/domain/discovered-account/discovered-account-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { lockDiscoveredAccount } from './lock-discovered-account.ts'

const written = z.string().trim().max(4000, 'At most 4,000 characters.')
const input = z.object({
  discoveredAccountId: z.uuid(),
  closure: z.enum(DISCOVERY_CLOSURES),
  reason: written.min(1, 'Give the reason in writing.'),
  evidence: written.min(1, 'Say what shows that it was taken down or is not the department’s.'),
})

/** Public Affairs closes a discovered account: it was taken down, or is not the department’s (V.B.8). */
export const closeDiscoveredAccount = defineCommand({
  name: 'closeDiscoveredAccount',
  permission: 'discoveredAccount.close',
  subjectType: 'DiscoveredAccount',
  input,
  subjectId: ({ discoveredAccountId }) => discoveredAccountId,
  lock: (tx, { discoveredAccountId }) => lockDiscoveredAccount(tx, discoveredAccountId),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, { closure, reason, evidence }, discovered) {
    const refusal = checkDiscoveredAccountAction(actor, 'closeDiscoveredAccount', discovered)
    return refusal ? refuse(refusal) : allow({ closure, reason, evidence })
  },
  async apply(tx, { closure, reason, evidence }, { id, version, findingId, componentId, state }, context) {
    await decideDiscoveredAccount(tx, {
      id,
      kind: 'CLOSED',
      version: version + 1,
      findingId,
      accountId: null,
      closure,
      evidence,
      decisionId: newId(context.now.getTime()),
      decidedById: decider(context),
      role: context.role,
      delegationId: context.delegationId,
      reason,
      at: context.now,
    })
    return {
      result: { type: 'DiscoveredAccount', id },
      audit: [
        {
          action: 'discoveredAccount.close',
          componentId,
          subjectType: 'DiscoveredAccount',
          subjectId: id,
          clauses: ['V.B.8'],
          reason,
          changes: [
            { field: 'state', before: state, after: 'CLOSED' },
            { field: 'closure', before: null, after: closure },
            { field: 'evidence', before: null, after: evidence },
            { field: `Finding/${findingId}`, before: 'OPEN', after: 'CLOSED' },
          ],
        },
      ],
      events: [{ type: 'discoveredAccount.closed', subjectType: 'DiscoveredAccount', subjectId: id }],
    }
  },
})
