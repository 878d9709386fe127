import { adoptDiscoveredAccount } from '@official-accounts/commands/discovered-account/adopt-discovered-account'
import { closeDiscoveredAccount } from '@official-accounts/commands/discovered-account/close-discovered-account'
import { reportDiscoveredAccount } from '@official-accounts/commands/discovered-account/report-discovered-account'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { UseCategoryEnum } from '../account/enums.ts'
import { DiscoveryClosureEnum } from './enums.ts'
import { DiscoveredAccountNode } from './types.ts'

const ReportDiscoveredAccountInput = creationInput(
  'ReportDiscoveredAccountInput',
  'An account seen in use that nobody approved (V.B.8).',
  (t) => ({
    componentId: t.id({ required: true, description: 'Whose it seems to be.' }),
    profileUrl: t.string({ required: true, description: 'Its address.' }),
    whereSeen: t.string({ required: true, description: 'Where it was seen.' }),
  }),
)

const AdoptDiscoveredAccountInput = changeInput(
  'AdoptDiscoveredAccountInput',
  'A discovered account to adopt (V.B.8).',
  (t) => ({
    discoveredAccountId: t.id({ required: true, description: 'Which one.' }),
    useCategory: t.field({
      type: UseCategoryEnum,
      description: 'What it is used for; public communication when not given (II.B).',
    }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const CloseDiscoveredAccountInput = changeInput(
  'CloseDiscoveredAccountInput',
  'A discovered account to close (V.B.8).',
  (t) => ({
    discoveredAccountId: t.id({ required: true, description: 'Which one.' }),
    closure: t.field({ type: DiscoveryClosureEnum, required: true, description: 'What became of it.' }),
    reason: t.string({ required: true, description: 'Why.' }),
    evidence: t.string({
      required: true,
      description: 'What shows that it was taken down or is not the department’s.',
    }),
  }),
)

const discoveredMutation = mutationsOf(DiscoveredAccountNode, (read, query) =>
  read.discoveredAccount.findFirstOrThrow(query),
)

discoveredMutation(
  reportDiscoveredAccount,
  ReportDiscoveredAccountInput,
  'Reports an account seen in use without approval; a finding stands until it is decided on (V.B.8).',
)
discoveredMutation(
  adoptDiscoveredAccount,
  AdoptDiscoveredAccountInput,
  'Public Affairs adopts a discovered account: a request is opened that its component completes (V.B.8).',
)
discoveredMutation(
  closeDiscoveredAccount,
  CloseDiscoveredAccountInput,
  'Public Affairs closes a discovered account, with evidence (V.B.8).',
)
