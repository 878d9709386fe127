import {
  GUIDANCE_KINDS,
  GUIDANCE_STANDINGS,
  GUIDANCE_TOPICS,
} from '@official-accounts/domain/guidance/guidance'
import { describedEnum } from '../../described-enum.ts'

export const GuidanceKindEnum = describedEnum('GuidanceKind', 'Whose document it is.', GUIDANCE_KINDS, {
  GUIDANCE: 'Procedural guidance of the Assistant Secretary (IV.A.3).',
  POLICY: 'Policy of the whole department, of the Office of Policy (OIG.3).',
})

export const GuidanceTopicEnum = describedEnum(
  'GuidanceTopic',
  'What a document is about.',
  GUIDANCE_TOPICS,
  {
    PROCEDURE: 'How accounts are set up, kept and published to; directors and managers follow it (IV.E.2).',
    PERSONAL_CAPACITY: 'Engagement in a personal capacity that touches on the department (II.P).',
    LEGAL: 'What the law asks.',
    PRIVACY: 'Privacy.',
    SECURITY: 'Security of accounts and systems.',
  },
)

export const GuidanceStandingEnum = describedEnum(
  'GuidanceStanding',
  'Whether a version counts now.',
  GUIDANCE_STANDINGS,
  {
    UPCOMING: 'Published, and not yet in force.',
    IN_FORCE: 'It counts.',
    REPLACED: 'A newer version counts in its place.',
  },
)
