import { approvePlatform } from '@official-accounts/commands/platform/approve-platform'
import { denyPlatform } from '@official-accounts/commands/platform/deny-platform'
import { prohibitPlatform } from '@official-accounts/commands/platform/prohibit-platform'
import { proposePlatform } from '@official-accounts/commands/platform/propose-platform'
import { reinstatePlatform } from '@official-accounts/commands/platform/reinstate-platform'
import { retirePlatform } from '@official-accounts/commands/platform/retire-platform'
import { suspendPlatform } from '@official-accounts/commands/platform/suspend-platform'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { PlatformKindEnum, ReviewKindEnum } from './enums.ts'
import { PlatformNode } from './types.ts'

const platformMutation = mutationsOf(PlatformNode, (read, query) => read.platform.findFirstOrThrow(query))

const ProposePlatformInput = creationInput(
  'ProposePlatformInput',
  'A platform, or a service used as a tool, to be approved for use.',
  (t) => ({
    name: t.string({ required: true, description: 'Its name.' }),
    homepageUrl: t.string({ required: true, description: 'Its own site, https.' }),
    purpose: t.string({ required: true, description: 'What the department would use it for.' }),
    kind: t.field({
      type: PlatformKindEnum,
      description: 'Whether accounts stand on it; PROFILE when not given.',
    }),
    rules: t.field({
      type: 'JSON',
      description: 'How its addresses name accounts: hosts, patterns, kinds. Needed where it has accounts.',
    }),
    hosts: t.stringList({
      description: 'Of a tool: its domains, for network teams; that of its own site when not given (IV.B.2).',
    }),
  }),
)

const PlatformDecisionInput = changeInput('PlatformDecisionInput', 'A decision on a platform.', (t) => ({
  platformId: t.id({ required: true, description: 'The platform.' }),
  reason: t.string({ description: 'Why; demanded of every decision but an approval.' }),
}))

const PlatformApprovalInput = changeInput(
  'PlatformApprovalInput',
  'An approval of a platform, or its return from a suspension.',
  (t) => ({
    platformId: t.id({ required: true, description: 'The platform.' }),
    reason: t.string({ description: 'Why; demanded of a return, and of going over advice.' }),
    overriddenReviews: t.field({
      type: [ReviewKindEnum],
      description: 'The advice to go over: that of the Civil Rights Officer or of General Counsel alone.',
    }),
  }),
)

const ProhibitPlatformInput = changeInput(
  'ProhibitPlatformInput',
  'A statute that prohibits a platform.',
  (t) => ({
    platformId: t.id({ required: true, description: 'The platform.' }),
    reason: t.string({ required: true, description: 'Why it applies.' }),
    prohibitedByLaw: t.string({ required: true, description: 'The law.' }),
    prohibitedOn: t.string({ required: true, description: 'Since when, YYYY-MM-DD.' }),
  }),
)

platformMutation(
  proposePlatform,
  ProposePlatformInput,
  'Proposes a platform; its reviews are due from then on (IV.A.2).',
)
platformMutation(
  approvePlatform,
  PlatformApprovalInput,
  'Approves a platform whose reviews are all in and hold (IV.A.2).',
)
platformMutation(denyPlatform, PlatformDecisionInput, 'Denies a platform.')
platformMutation(
  suspendPlatform,
  PlatformDecisionInput,
  'Suspends a platform and flags every account on it at once (IV.A.2).',
)
platformMutation(reinstatePlatform, PlatformApprovalInput, 'Brings a suspended platform back.')
platformMutation(
  prohibitPlatform,
  ProhibitPlatformInput,
  'Records that a statute prohibits a platform (V.B.1).',
)
platformMutation(retirePlatform, PlatformDecisionInput, 'Ends a platform after its last account (I.B.4).')
