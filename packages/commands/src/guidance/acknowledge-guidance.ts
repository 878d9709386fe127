import { readAcknowledgedVersion } from '@official-accounts/db/facts/guidance-facts'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import { guidanceStanding } from '@official-accounts/domain/guidance/guidance'
import { checkAcknowledgement } from '@official-accounts/domain/guidance/guidance-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'

const input = z.object({
  versionId: z.uuid(),
  /** Never needed: a day that is not today's is refused. */
  acknowledgedOn: z.iso.date('A date such as 2027-01-31.').nullish(),
})

/** Says that one has read a version and will follow it: for oneself alone, dated by the clock (IV.A.3, IV.E.2, II.P). */
export const acknowledgeGuidance = defineCommand({
  name: 'acknowledgeGuidance',
  permission: 'guidance.acknowledge',
  subjectType: 'GuidanceVersion',
  input,
  subjectId: ({ versionId }) => versionId,
  async lock(tx, { versionId }) {
    const version = await readAcknowledgedVersion(tx, versionId)
    if (version === null) throw new DomainError(notFound('version'))
    return version
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, { acknowledgedOn = null }, { acknowledged, kind, versions, ...version }) {
    const standing = guidanceStanding(version, versions, now)
    const refusal = checkAcknowledgement({ standing, acknowledged }, acknowledgedOn, now)
    return refusal ? refuse(refusal) : allow({ kind })
  },
  async apply(tx, { kind }, { id: versionId }, context) {
    const { now } = context
    const personId = decider(context)
    await tx.acknowledgement.createMany({
      data: [{ id: newId(now.getTime()), versionId, personId, acknowledgedAt: now }],
    })
    return {
      result: { type: 'GuidanceVersion', id: versionId },
      audit: [
        {
          action: 'guidance.acknowledge',
          componentId: null,
          subjectType: 'GuidanceVersion',
          subjectId: versionId,
          clauses: [kind === 'POLICY' ? 'OIG.3' : 'IV.A.3'],
          reason: null,
          changes: [{ field: 'acknowledgedBy', before: null, after: personId }],
        },
      ],
      events: [
        { type: 'guidance.acknowledged', subjectType: 'GuidanceVersion', subjectId: versionId },
        { type: 'person.acknowledged', subjectType: 'Person', subjectId: personId },
      ],
    }
  },
})
