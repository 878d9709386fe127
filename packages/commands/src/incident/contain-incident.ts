import { namesSomebody } from '@official-accounts/db/facts/incident-facts'
import { moveAccount } from '@official-accounts/db/facts/move-account'
import type { Tx } from '@official-accounts/db/transaction'
import { accountPlace } from '@official-accounts/domain/account/account'
import { judgeAccountAction } from '@official-accounts/domain/account/available-actions'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { DEFAULT_RECOVERY, type IncidentFacts } from '@official-accounts/domain/incident/incident'
import { checkIncidentAction, checkNotice } from '@official-accounts/domain/incident/incident-rules'
import { z } from 'zod'
import { decider, exceptionsUsed } from '../account/account-transition.ts'
import { lockAccount, type LockedAccount } from '../account/lock-account.ts'
import { defineCommand, type DecisionContext } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'
import { noticeField, noticeLanguageField, publishedChanges, publishedNotice } from './incident-notice.ts'
import { incidentApplied, lockIncident } from './lock-incident.ts'

const input = z.object({
  incidentId: z.uuid(),
  reason: reasonField,
  publicNotice: noticeField.nullish(),
  noticeLanguage: noticeLanguageField,
  steps: z.array(z.string().trim().min(1, 'Write the step.').max(500)).max(30).nullish(),
})

type Containment = z.infer<typeof input>

interface Locked {
  readonly incident: IncidentFacts
  readonly account: LockedAccount | null
  readonly namesSomebody: boolean
}

interface Outcome extends Containment {
  /** The exceptions its suspension rests on; null where it is suspended already. */
  readonly suspension: readonly string[] | null
}

/** Contains a compromise: the account is suspended by the rules of any suspension, and its recovery begins (IV.A.5). */
export const containIncident = defineCommand<Containment, Locked, Outcome>({
  name: 'containIncident',
  permission: 'incident.contain',
  subjectType: 'Incident',
  input,
  subjectId: ({ incidentId }) => incidentId,
  async lock(tx, { incidentId, publicNotice = null }) {
    const incident = await lockIncident(tx, incidentId)
    const account = incident.accountId ? await lockAccount(tx, incident.accountId) : null
    return { incident, account, namesSomebody: await namesSomebody(tx, publicNotice) }
  },
  place: ({ incident, account }) =>
    account === null ? { componentId: incident.componentId } : accountPlace(account),
  version: ({ incident }) => incident.version,
  decide(actor, now, wanted, { incident, account, namesSomebody: named }) {
    const refusal = firstRefusal(
      () => checkIncidentAction(actor, 'containIncident', incident),
      () => checkNotice(wanted.publicNotice ?? '', named),
    )
    if (refusal || account === null) return refuse(refusal ?? unreachable())
    if (account.state === 'SUSPENDED') return allow({ ...wanted, suspension: null })
    const ruling = judgeAccountAction(actor, 'suspendAccount', account, now)
    return ruling.refusal ? refuse(ruling.refusal) : allow({ ...wanted, suspension: ruling.exceptionIds })
  },
  async apply(tx, outcome, { incident, account }, context) {
    const { reason, publicNotice, noticeLanguage: language, suspension } = outcome
    const notice = publicNotice ? { text: publicNotice, language } : null
    const steps = outcome.steps ?? DEFAULT_RECOVERY
    await tx.incident.updateMany({
      where: { id: incident.id },
      data: {
        state: 'CONTAINED',
        containedAt: context.now,
        ...(notice ? publishedNotice(notice, context.now) : {}),
        checklist: steps.map((text) => ({ text, doneAt: null, doneById: null })),
        version: incident.version + 1,
        changedAt: context.now,
      },
    })
    const changes = [
      { field: 'state', before: incident.state, after: 'CONTAINED' },
      ...(notice ? publishedChanges(incident, notice) : []),
      { field: 'checklist', before: null, after: steps },
    ]
    const applied = incidentApplied(incident, {
      action: 'incident.contain',
      clauses: ['IV.A.5'],
      reason,
      changes,
      event: 'incident.contained',
    })
    if (account === null || suspension === null) return applied
    const suspended = await suspend(tx, account, { reason, suspension }, context)
    return {
      ...applied,
      audit: [...applied.audit, suspended.entry],
      events: [...applied.events, suspended.event],
    }
  },
})

async function suspend(
  tx: Tx,
  account: LockedAccount,
  { reason, suspension }: { readonly reason: string; readonly suspension: readonly string[] },
  context: DecisionContext,
) {
  const { id, componentId, state, version } = account
  await moveAccount(tx, {
    accountId: id,
    state: 'SUSPENDED',
    version: version + 1,
    at: context.now,
    fields: { suspendedAt: context.now },
    decision: {
      kind: 'SUSPENDED',
      decidedById: decider(context),
      role: context.role,
      delegationId: context.delegationId,
      clauses: ['IV.A.5'],
      reason,
      usedExceptionIds: suspension,
    },
  })
  const changes = [{ field: 'state', before: state, after: 'SUSPENDED' }, ...exceptionsUsed(suspension)]
  return {
    entry: {
      action: 'account.suspend' as const,
      componentId,
      subjectType: 'Account' as const,
      subjectId: id,
      clauses: ['IV.A.5' as const],
      reason,
      changes,
    },
    event: { type: 'account.suspended' as const, subjectType: 'Account', subjectId: id },
  }
}

function unreachable(): never {
  throw new Error('A compromise without an account passed its checks.')
}
