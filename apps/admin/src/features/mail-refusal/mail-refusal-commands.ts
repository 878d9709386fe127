import { change } from '@official-accounts/client/change'
import type { MailRefusalAction } from '@official-accounts/domain/mail-refusal/mail-refusal'
import { requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import type { RecordCommand } from '../../record/record-action-form.tsx'
import * as documents from './mail-refusal.documents.ts'

type Refusal = documents.MailRefusalDetail

const REASON: FormField = { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true }

/** The forms of what may be done about refused mail. */
export const MAIL_REFUSAL_COMMANDS: Readonly<Record<MailRefusalAction, RecordCommand<Refusal>>> = {
  resendRefusedMail: {
    label: 'Send it again',
    send: 'Send it again',
    done: 'The mail goes out once more.',
    fields: [
      {
        name: 'address',
        label: 'Mended address',
        control: 'TEXT',
        hint: 'Left empty, it goes to the address it was sent to. The address stays out of the audit.',
      },
      REASON,
    ],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.ResendRefusedMailMutation, {
        mailRefusalId: id,
        expectedVersion: version,
        address: valueOf(values, 'address'),
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  giveUpRefusedMail: {
    label: 'Give it up',
    send: 'Give it up',
    done: 'The mail was given up. Its reader is told here.',
    fields: [REASON],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.GiveUpRefusedMailMutation, {
        mailRefusalId: id,
        expectedVersion: version,
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
}

/** What an action on refused mail is called. */
export function mailRefusalActionLabel(action: string): string {
  return action === 'giveUpRefusedMail' ? 'Give it up' : 'Send it again'
}
