import { giveUpRefusedMail } from '@official-accounts/commands/mail-refusal/give-up-refused-mail'
import { resendRefusedMail } from '@official-accounts/commands/mail-refusal/resend-refused-mail'
import { changeInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { MailRefusalNode } from './types.ts'

const ResendRefusedMailInput = changeInput('ResendRefusedMailInput', 'Refused mail to send again.', (t) => ({
  mailRefusalId: t.id({ required: true, description: 'Which.' }),
  address: t.string({ description: 'The address to write to from now on; the same when not given.' }),
  reason: t.string({ required: true, description: 'Why it may arrive now. It stays in the audit.' }),
}))

const GiveUpRefusedMailInput = changeInput('GiveUpRefusedMailInput', 'Refused mail to give up.', (t) => ({
  mailRefusalId: t.id({ required: true, description: 'Which.' }),
  reason: t.string({ required: true, description: 'Why. It stays in the audit.' }),
}))

const refusalMutation = mutationsOf(MailRefusalNode, (read, query) =>
  read.mailRefusal.findFirstOrThrow(query),
)

refusalMutation(
  resendRefusedMail,
  ResendRefusedMailInput,
  'Sends refused mail once more, to a mended address or the same one.',
)
refusalMutation(giveUpRefusedMail, GiveUpRefusedMailInput, 'Gives up refused mail: it is told here alone.')
