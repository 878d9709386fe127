import { accountPlace, type AccountFacts, type ContactRole } from '@official-accounts/domain/account/account'
import { judgeAccountAction } from '@official-accounts/domain/account/available-actions'
import { readContactPerson, type ContactPerson } from '@official-accounts/db/facts/training-facts'
import { ruleOnContactTraining } from '@official-accounts/domain/training/training-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, policyRefusal } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { settleTimers } from '../account-timer/settle-timers.ts'
import { defineCommand, type Command } from '../command.ts'
import { exceptionsUsed } from './account-transition.ts'
import { startContact } from './contact-store.ts'
import { lockAccount } from './lock-account.ts'

const input = z.object({ accountId: z.uuid(), personId: z.uuid() })

interface Locked extends AccountFacts {
  readonly person: ContactPerson | null
}

interface Assignment {
  readonly personId: string
  /** The exceptions without which it would have been refused (V.B.12). */
  readonly exceptionIds: readonly string[]
}

/** A command that makes a person the account's primary or alternate contact (V.B.5, V.B.8). */
export function assignContact(role: ContactRole): Command<z.infer<typeof input>, Locked, Assignment> {
  const action = role === 'PRIMARY' ? 'assignPrimaryContact' : 'assignAlternateContact'
  const permission = `account.${action}` as const
  return defineCommand<z.infer<typeof input>, Locked, Assignment>({
    name: action,
    permission,
    subjectType: 'Account',
    input,
    subjectId: ({ accountId }) => accountId,
    async lock(tx, { accountId, personId }) {
      const account = await lockAccount(tx, accountId)
      return { ...account, person: await readContactPerson(tx, personId) }
    },
    place: (account) => accountPlace(account),
    version: (account) => account.version,
    decide(actor, now, { personId }, account) {
      const { refusal, exceptionIds } = judgeAccountAction(actor, action, account, now)
      if (refusal) return refuse(refusal)
      if (account.person?.state !== 'ACTIVE') {
        return refuse(policyRefusal('Only a person who is active here answers for an account.', 'V.B.5'))
      }
      const held = account.contacts.find((contact) => contact.personId === personId)
      if (held?.role === role) return refuse(conflict('This person is that contact already.'))
      if (role === 'ALTERNATE' && held?.role === 'PRIMARY') {
        return refuse(policyRefusal('Name another primary contact first.', 'V.B.5', 'V.B.8'))
      }
      const training = ruleOnContactTraining(account, account.person.completions, now)
      if (training.refusal) return refuse(training.refusal)
      return allow({ personId, exceptionIds: [...exceptionIds, ...training.exceptionIds] })
    },
    async apply(tx, { personId, exceptionIds }, account, { now }) {
      const field = role === 'PRIMARY' ? 'primaryContact' : 'alternateContact'
      const before =
        role === 'PRIMARY' ? account.contacts.find((contact) => contact.role === role)?.personId : null
      await startContact(tx, { accountId: account.id, personId, role, endReason: 'Handed over.' }, now)
      const settled = role === 'PRIMARY' ? await settleTimers(tx, [account.id], now) : []
      return {
        result: { type: 'Account', id: account.id },
        audit: [
          {
            action: permission,
            componentId: account.componentId,
            subjectType: 'Account',
            subjectId: account.id,
            clauses: ['V.B.5'],
            reason: null,
            changes: [
              { field, before: before ?? null, after: personId },
              ...exceptionsUsed(exceptionIds),
              ...settled.flatMap(({ changes }) => changes),
            ],
          },
        ],
        events: [
          { type: 'account.contact-assigned', subjectType: 'Account', subjectId: account.id },
          ...settled.flatMap(({ events }) => events),
        ],
      }
    },
  })
}

/** Makes a person the one who answers for the account; whoever did before hands over (V.B.5). */
export const assignPrimaryContact = assignContact('PRIMARY')

/** Adds somebody who answers when the primary contact cannot (V.B.5). */
export const assignAlternateContact = assignContact('ALTERNATE')
