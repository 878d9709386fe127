import { lockMailRefusalRow, settleRefusedMails } from '@official-accounts/db/facts/mail-refusal-facts'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { MailRefusalAction, MailRefusalFacts } from '@official-accounts/domain/mail-refusal/mail-refusal'
import {
  checkMailRefusalAction,
  MAIL_REFUSAL_ENDS,
  MAIL_REFUSAL_PERMISSIONS,
} from '@official-accounts/domain/mail-refusal/mail-refusal-rules'
import type { ZodType } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type Command } from '../command.ts'

/** What every way to settle refused mail is told. */
interface Settlement {
  readonly mailRefusalId: string
  readonly reason: string
  /** The address to write to from now on; null to keep the one there is. */
  readonly address?: string | null
}

/** A command that settles mail refused for good; the address itself stays out of the audit. */
export function settleMailRefusal<Input extends Settlement>(
  action: MailRefusalAction,
  input: ZodType<Input>,
): Command<Input, MailRefusalFacts, Input> {
  const outcome = MAIL_REFUSAL_ENDS[action]
  return defineCommand<Input, MailRefusalFacts, Input>({
    name: action,
    permission: MAIL_REFUSAL_PERMISSIONS[action],
    subjectType: 'MailRefusal',
    input,
    subjectId: ({ mailRefusalId }) => mailRefusalId,
    async lock(tx, { mailRefusalId }) {
      const refusal = await lockMailRefusalRow(tx, mailRefusalId)
      if (refusal === null) throw new DomainError(notFound('refused mail'))
      return refusal
    },
    place: () => ({ componentId: null }),
    version: ({ version }) => version,
    decide(actor, _now, settlement, facts) {
      const refusal = checkMailRefusalAction(actor, action, facts)
      return refusal ? refuse(refusal) : allow(settlement)
    },
    async apply(tx, { reason, address = null }, { id, personId, version }, context) {
      const { now } = context
      if (address !== null) {
        await tx.person.updateMany({
          where: { id: personId },
          data: { email: address, version: { increment: 1 } },
        })
      }
      const notifications = await settleRefusedMails(tx, {
        refusalId: id,
        again: outcome === 'SENT_AGAIN',
        at: now,
      })
      await tx.mailRefusal.updateMany({
        where: { id },
        data: { outcome, settledAt: now, settledById: decider(context), version: version + 1 },
      })
      const mended = address === null ? [] : [{ field: 'address', before: null, after: 'MENDED' }]
      return {
        result: { type: 'MailRefusal', id },
        audit: [
          {
            action: MAIL_REFUSAL_PERMISSIONS[action],
            componentId: null,
            subjectType: 'MailRefusal',
            subjectId: id,
            clauses: ['IV.A.5'],
            reason,
            changes: [
              { field: 'outcome', before: null, after: outcome },
              { field: 'person', before: null, after: personId },
              { field: 'notifications', before: null, after: notifications },
              ...mended,
            ],
          },
        ],
        events: [{ type: 'mail.settled', subjectType: 'MailRefusal', subjectId: id }],
      }
    },
  })
}
