import { decideAccess } from '@official-accounts/commands/access-grant/decide-access'
import { provisionAccess } from '@official-accounts/commands/access-grant/provision-access'
import { renewAccess } from '@official-accounts/commands/access-grant/renew-access'
import { requestAccess } from '@official-accounts/commands/access-grant/request-access'
import { revokeAccess } from '@official-accounts/commands/access-grant/revoke-access'
import { withdrawAccessRequest } from '@official-accounts/commands/access-grant/withdraw-access-request'
import { builder } from '../../builder.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { UseCategoryEnum } from '../account/enums.ts'
import { MonitoredHolderEnum } from '../privacy-approval/enums.ts'
import { AccessDecisionEnum, AccessKindEnum } from './enums.ts'
import { AccessGrantNode } from './types.ts'

const MonitoredAccountInput = builder.inputType('MonitoredAccountInput', {
  description: 'An account outside the department to be looked at.',
  fields: (t) => ({
    profileUrl: t.string({ required: true, description: 'Its address.' }),
    holder: t.field({
      type: MonitoredHolderEnum,
      required: true,
      description: 'Whose it is; of an individual’s the Chief Privacy Officer is asked (IV.C.2).',
    }),
  }),
})

const RequestAccessInput = creationInput('RequestAccessInput', 'Access to ask for.', (t) => ({
  kind: t.field({ type: AccessKindEnum, required: true, description: 'To manage or to monitor.' }),
  use: t.field({ type: UseCategoryEnum, required: true, description: 'For which use (II.B).' }),
  accountId: t.id({ description: 'The official account to be managed.' }),
  monitored: t.field({ type: [MonitoredAccountInput], description: 'The accounts to be looked at.' }),
  businessNeed: t.string({ required: true, description: 'Which mission need it serves.' }),
  systemName: t.string({ required: true, description: 'From which department system.' }),
  supervisor: t.string({ required: true, description: 'Your supervisor’s office.' }),
  expiresOn: t.field({ type: 'Date', required: true, description: 'The first day on which it is over.' }),
}))

const DecideAccessInput = changeInput('DecideAccessInput', 'A decision on access.', (t) => ({
  accessGrantId: t.id({ required: true, description: 'Which request.' }),
  decision: t.field({ type: AccessDecisionEnum, required: true, description: 'Approved or denied.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const RenewAccessInput = changeInput('RenewAccessInput', 'Access to go on.', (t) => ({
  accessGrantId: t.id({ required: true, description: 'Which access.' }),
  expiresOn: t.field({ type: 'Date', required: true, description: 'The first day on which it is over.' }),
  reason: t.string({ required: true, description: 'Which need goes on.' }),
}))

const AccessInput = changeInput('AccessInput', 'A record of access to act on.', (t) => ({
  accessGrantId: t.id({ required: true, description: 'Which one.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const accessMutation = mutationsOf(AccessGrantNode, (read, query) => read.accessGrant.findFirstOrThrow(query))

accessMutation(requestAccess, RequestAccessInput, 'Asks for access by mission need (V.B.4).')
accessMutation(withdrawAccessRequest, AccessInput, 'Takes a request for access back.')
accessMutation(
  decideAccess,
  DecideAccessInput,
  'Decides on access: the component’s director or Public Affairs.',
)
accessMutation(provisionAccess, AccessInput, 'Provides approved access through department systems (IV.B.2).')
accessMutation(renewAccess, RenewAccessInput, 'Asks for access to go on after its date.')
accessMutation(revokeAccess, AccessInput, 'Ends access at once.')
