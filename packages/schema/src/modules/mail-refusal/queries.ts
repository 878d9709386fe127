import { mayReadOutages } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'

builder.queryField('mailRefusal', (t) =>
  t.prismaField({
    type: 'MailRefusal',
    nullable: true,
    ...INTERNAL,
    description: 'Refused mail by its id; null when there is none, and for whom it is no business of.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      mayReadOutages(readReach(actor))
        ? services.read.mailRefusal.findFirst({ ...query, where: { id: recordId(id, 'MailRefusal') } })
        : null,
  }),
)
