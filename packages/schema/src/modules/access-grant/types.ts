import { accessFactsSelect, MONITORED_ORDER, toAccessFacts } from '@official-accounts/db/facts/access-facts'
import { availableAccessActions, hasAccess } from '@official-accounts/domain/access-grant/access-grant-rules'
import { PRIVACY_APPROVAL_ORDER } from '@official-accounts/db/facts/privacy-approval-facts'
import { checkMonitoringCleared } from '@official-accounts/domain/privacy-approval/privacy-gate'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { UseCategoryEnum } from '../account/enums.ts'
import { MonitoredHolderEnum } from '../privacy-approval/enums.ts'
import { grantedExceptions } from '../exception/granted.ts'
import { conductFacts } from '../guidance/conduct.ts'
import { AccessKindEnum, AccessStateEnum } from './enums.ts'

builder.prismaObject('MonitoredAccount', {
  description: 'An account outside the department that is looked at (V.B.4).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    profileUrl: t.exposeString('profileUrl', { description: 'Its address.' }),
    platform: t.relation('platform', { description: 'On which platform.' }),
    holder: t.expose('holder', {
      type: MonitoredHolderEnum,
      description: 'Whose it is, as the request states it (IV.C.2).',
    }),
  }),
})

export const AccessGrantNode = builder.prismaNode('AccessGrant', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description:
    'Access asked for by mission need, decided, provided and ended; denied unless granted (V.B.4).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: AccessKindEnum, description: 'To manage or to monitor.' }),
    state: t.expose('state', { type: AccessStateEnum, description: 'Where it stands.' }),
    inForce: t.boolean({
      description:
        'Whether the person has the access now: provided, not over, the person active, and on approved platforms.',
      select: accessFactsSelect,
      async resolve(access, _args, context) {
        const ground = { guidance: [], exceptions: await grantedExceptions(context) }
        return hasAccess(toAccessFacts(access), ground, requestNow(context))
      },
    }),
    use: t.expose('use', { type: UseCategoryEnum, description: 'For which use (II.B).' }),
    businessNeed: t.exposeString('businessNeed', { description: 'Which mission need it serves.' }),
    systemName: t.exposeString('systemName', { description: 'From which department system.' }),
    supervisor: t.exposeString('supervisor', { description: 'The supervisor, as the person named one.' }),
    expiresOn: t.expose('expiresOn', { type: 'Date', description: 'The first day on which it is over.' }),
    heldUntil: t.expose('heldUntil', {
      type: 'Date',
      nullable: true,
      description:
        'While its renewal is decided: the first day on which the access given before is over; null otherwise.',
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    provisionedAt: t.expose('provisionedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was provided.',
    }),
    person: t.relation('person', { description: 'Whose access it is.' }),
    component: t.relation('component', { nullable: true, description: 'Of which component.' }),
    account: t.relation('account', { nullable: true, description: 'The official account to be managed.' }),
    monitored: t.relation('monitored', {
      description: 'The accounts to be looked at.',
      query: { orderBy: MONITORED_ORDER },
    }),
    uncleared: t.string({
      nullable: true,
      description: 'What stands in its way because it looks at people (IV.C.2); null where nothing does.',
      select: accessFactsSelect,
      resolve: (access, _args, context) =>
        checkMonitoringCleared(toAccessFacts(access), requestNow(context))?.message ?? null,
    }),
    privacyApprovals: t.relation('privacyApprovals', {
      description: 'What the Chief Privacy Officer was asked about it and answered, newest first.',
      query: { orderBy: PRIVACY_APPROVAL_ORDER },
    }),
    decisions: t.relation('decisions', {
      description: 'What was decided on it, in order.',
      query: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: accessFactsSelect,
      async resolve(access, _args, context) {
        const [exceptions, { guidance }] = [await grantedExceptions(context), await conductFacts(context)]
        const ground = { guidance, exceptions }
        const now = requestNow(context)
        return [...availableAccessActions(context.actor, toAccessFacts(access), ground, now)]
      },
    }),
  }),
})
