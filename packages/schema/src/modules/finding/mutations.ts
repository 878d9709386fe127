import { closeFinding } from '@official-accounts/commands/finding/close-finding'
import { openFinding } from '@official-accounts/commands/finding/open-finding'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { FindingSeverityEnum } from './enums.ts'
import { FindingNode } from './types.ts'

const OpenFindingInput = creationInput('OpenFindingInput', 'What breaks a clause.', (t) => ({
  accountId: t.id({ description: 'About this account.' }),
  platformId: t.id({ description: 'About this platform.' }),
  componentId: t.id({ description: 'About this component.' }),
  clause: t.string({ required: true, description: 'Against the clause with this id.' }),
  severity: t.field({ type: FindingSeverityEnum, description: 'How much it weighs; MEDIUM when not given.' }),
  detail: t.string({ required: true, description: 'What is the matter.' }),
}))

const CloseFindingInput = changeInput('CloseFindingInput', 'A finding to close.', (t) => ({
  findingId: t.id({ required: true, description: 'Which one.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const findingMutation = mutationsOf(FindingNode, (read, query) => read.finding.findFirstOrThrow(query))

findingMutation(openFinding, OpenFindingInput, 'An office records what breaks a clause (IV.A.5).')
findingMutation(
  closeFinding,
  CloseFindingInput,
  'Closes a finding that no check closes, once every corrective action is accepted.',
)
