import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DISCOVERED_FINDING } from '@official-accounts/domain/discovered-account/discovered-account'
import { conflict, DomainError, invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { identifyAccount, type NamedAccount } from '../account/identify-account.ts'
import { defineCommand } from '../command.ts'

const input = z.object({
  componentId: z.uuid(),
  profileUrl: z
    .string()
    .trim()
    .max(2000, 'At most 2,000 characters.')
    .refine((text) => URL.parse(text)?.protocol === 'https:', 'An address that begins with https://.'),
  whereSeen: z.string().trim().min(1, 'Say where it was seen.').max(2000, 'At most 2,000 characters.'),
})

interface Locked {
  readonly componentId: string
  readonly named: NamedAccount
  /** A report of the same account that is still undecided. */
  readonly reportedId: string | null
}

/** Reports an account seen in use that nobody approved: a finding stands until it is decided on (V.B.8). */
export const reportDiscoveredAccount = defineCommand({
  name: 'reportDiscoveredAccount',
  permission: 'discoveredAccount.report',
  subjectType: 'DiscoveredAccount',
  input,
  subjectId: () => null,
  lock,
  place: ({ componentId }) => ({ componentId }),
  decide(_actor, _now, { profileUrl, whereSeen }, { named, reportedId }) {
    const holderId = named.found ? named.holderId : null
    if (holderId !== null) {
      return refuse(conflict('This account is registered already.', { type: 'Account', id: holderId }))
    }
    if (reportedId !== null) {
      const existing = { type: 'DiscoveredAccount', id: reportedId }
      return refuse(conflict('This account is reported already.', existing))
    }
    return allow({
      whereSeen,
      profileUrl: named.found ? named.account.canonicalUrl : profileUrl,
      platformId: named.found ? named.platform.id : null,
      canonicalKey: named.found ? named.account.canonicalKey : null,
    })
  },
  async apply(tx, report, { componentId }, context) {
    const { now } = context
    const id = newId(now.getTime())
    const findingId = newId(now.getTime())
    const reportedById = decider(context)
    await tx.finding.createMany({
      data: [
        {
          id: findingId,
          clause: 'V.B.8',
          code: DISCOVERED_FINDING,
          origin: 'BY_HAND',
          openedById: reportedById,
          componentId,
          detail: `In use without approval: ${report.profileUrl}`,
          openedAt: now,
        },
      ],
    })
    const reported = { state: 'REPORTED', reportedById, reportedAt: now } as const
    await tx.discoveredAccount.createMany({
      data: [{ ...report, ...reported, id, findingId, componentId, changedAt: now }],
    })
    return {
      result: { type: 'DiscoveredAccount', id },
      audit: [
        {
          action: 'discoveredAccount.report',
          componentId,
          subjectType: 'DiscoveredAccount',
          subjectId: id,
          clauses: ['V.B.8'],
          reason: null,
          changes: [
            { field: 'state', before: null, after: 'REPORTED' },
            { field: 'profileUrl', before: null, after: report.profileUrl },
            { field: `Finding/${findingId}`, before: null, after: 'OPEN' },
          ],
        },
      ],
      events: [{ type: 'discoveredAccount.reported', subjectType: 'DiscoveredAccount', subjectId: id }],
    }
  },
})

async function lock(tx: Tx, { componentId, profileUrl }: z.infer<typeof input>): Promise<Locked> {
  const component = await tx.component.findFirst({ where: { id: componentId }, select: { id: true } })
  if (component === null) throw new DomainError(invalidInput('componentId', 'There is no such component.'))
  const named = await identifyAccount(tx, profileUrl)
  const reported = await tx.discoveredAccount.findFirst({
    where: {
      state: 'REPORTED',
      ...(named.found
        ? { platformId: named.platform.id, canonicalKey: named.account.canonicalKey }
        : { profileUrl }),
    },
    select: { id: true },
  })
  return { componentId, named, reportedId: reported?.id ?? null }
}
