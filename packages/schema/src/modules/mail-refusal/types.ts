import { mailRefusalFactsSelect } from '@official-accounts/db/facts/mail-refusal-facts'
import { availableMailRefusalActions } from '@official-accounts/domain/mail-refusal/mail-refusal-rules'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { MailRefusalOutcomeEnum } from './enums.ts'

export const MailRefusalNode = builder.prismaNode('MailRefusal', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'Mail to somebody that the mail server refuses for good. What it told is not in it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    person: t.relation('person', {
      nullable: true,
      description: 'To whom; null where you may not see them.',
    }),
    failure: t.exposeString('failure', { description: 'What the server said last, without addresses.' }),
    mails: t.exposeInt('mails', { description: 'How many mails were refused.' }),
    refusedAt: t.expose('refusedAt', { type: 'DateTime', description: 'Since when.' }),
    lastRefusedAt: t.expose('lastRefusedAt', { type: 'DateTime', description: 'When it was last refused.' }),
    outcome: t.expose('outcome', {
      type: MailRefusalOutcomeEnum,
      nullable: true,
      description: 'How it was settled; null while it is open.',
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was settled; null while it is open.',
    }),
    settledBy: t.relation('settledBy', {
      nullable: true,
      description: 'Who settled it; null while it is open, and where you may not see them.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done about it, and what stands in your way.',
      select: mailRefusalFactsSelect,
      resolve: (refusal, _args, { actor }) => [...availableMailRefusalActions(actor, refusal)],
    }),
  }),
})
