import { discoveredAccountFactsSelect } from '@official-accounts/db/facts/discovered-account-facts'
import { availableDiscoveredAccountActions } from '@official-accounts/domain/discovered-account/discovered-account-rules'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { DiscoveredAccountStateEnum, DiscoveryClosureEnum } from './enums.ts'

export const DiscoveredAccountNode = builder.prismaNode('DiscoveredAccount', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'An account seen in use that nobody approved, until it is adopted or closed (V.B.8).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: DiscoveredAccountStateEnum, description: 'Where it stands.' }),
    component: t.relation('component', { description: 'Whose it seems to be.' }),
    platform: t.relation('platform', {
      nullable: true,
      description: 'On which platform; null where the address names no account on one known here.',
    }),
    profileUrl: t.exposeString('profileUrl', { description: 'Its address.' }),
    whereSeen: t.exposeString('whereSeen', { description: 'Where it was seen.' }),
    reportedBy: t.relation('reportedBy', {
      nullable: true,
      description: 'Who reported it, where you may see that.',
    }),
    reportedAt: t.expose('reportedAt', { type: 'DateTime', description: 'When it was reported.' }),
    account: t.relation('account', {
      nullable: true,
      description: 'The account whose request its adoption opened.',
    }),
    closure: t.expose('closure', {
      type: DiscoveryClosureEnum,
      nullable: true,
      description: 'Why it was closed.',
    }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'What shows that.' }),
    decisions: t.relation('decisions', {
      description: 'What was decided on it.',
      query: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: discoveredAccountFactsSelect,
      resolve: (discovered, _args, { actor }) => [...availableDiscoveredAccountActions(actor, discovered)],
    }),
  }),
})
