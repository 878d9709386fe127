import { acknowledgeGuidance } from '@official-accounts/commands/guidance/acknowledge-guidance'
import { publishGuidance } from '@official-accounts/commands/guidance/publish-guidance'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { RoleEnum } from '../organization/enums.ts'
import { GuidanceKindEnum, GuidanceTopicEnum } from './enums.ts'
import { GuidanceDocumentNode, GuidanceVersionNode } from './types.ts'

const PublishGuidanceInput = changeInput(
  'PublishGuidanceInput',
  'A document, or a new version of one.',
  (t) => ({
    documentId: t.id({ description: 'The document it is a new version of; a new document when not given.' }),
    kind: t.field({ type: GuidanceKindEnum, description: 'Whose document it is; needed for a new one.' }),
    topic: t.field({ type: GuidanceTopicEnum, description: 'What it is about; needed for a new one.' }),
    title: t.string({ description: 'Its title; needed for a new one.' }),
    body: t.string({ required: true, description: 'What it says.' }),
    changeSummary: t.string({ required: true, description: 'What is new in it.' }),
    roles: t.field({
      type: [RoleEnum],
      required: true,
      description: 'Whoever holds one of these acknowledges it.',
    }),
    effectiveFrom: t.field({ type: 'DateTime', description: 'From when it counts; at once when not given.' }),
    processesReviewedBy: t.field({
      type: 'DateTime',
      description:
        'Until when earlier reviews of publishing processes stand; not beyond its beginning when not given.',
    }),
  }),
)

const AcknowledgeGuidanceInput = creationInput(
  'AcknowledgeGuidanceInput',
  'A version you have read.',
  (t) => ({
    versionId: t.id({ required: true, description: 'Which version.' }),
    acknowledgedOn: t.field({
      type: 'Date',
      description: 'Never needed: a day that is not today’s is refused.',
    }),
  }),
)

const documentMutation = mutationsOf(GuidanceDocumentNode, (read, query) =>
  read.guidanceDocument.findFirstOrThrow(query),
)
const versionMutation = mutationsOf(GuidanceVersionNode, (read, query) =>
  read.guidanceVersion.findFirstOrThrow(query),
)

documentMutation(
  publishGuidance,
  PublishGuidanceInput,
  'Publishes guidance (Assistant Secretary, Public Affairs) or policy of the department (Office of Policy).',
)
versionMutation(
  acknowledgeGuidance,
  AcknowledgeGuidanceInput,
  'Says that you have read a version and will follow it; dated by the clock (IV.E.2).',
)
