import type { Permission } from '../access/permissions.ts'
import { defineMachine } from '../state-machine.ts'
import type { ModerationState } from './moderation.ts'

/** What may be done to a recorded act of moderation, named as the mutations are. */
export const MODERATION_ACTIONS = [
  'reviewModerationAction',
  'reverseModerationAction',
  'reaffirmBlock',
  'correctModerationAction',
] as const
export type ModerationActionName = (typeof MODERATION_ACTIONS)[number]

/** The permission each of them needs. */
export const MODERATION_PERMISSIONS = {
  reviewModerationAction: 'moderation.review',
  reverseModerationAction: 'moderation.reverse',
  reaffirmBlock: 'moderation.reaffirm',
  correctModerationAction: 'moderation.correct',
} as const satisfies Record<ModerationActionName, Permission>

const OPEN = {
  reviewModerationAction: ['UPHELD', 'TO_BE_REVERSED'],
  reverseModerationAction: 'REVERSED',
  correctModerationAction: 'CORRECTED',
} as const

/** The life of a recorded act. What a review wants taken back is taken back, and neither corrected nor kept. */
export const moderationMachine = defineMachine<ModerationState, ModerationActionName>('act of moderation', {
  RECORDED: OPEN,
  IN_REVIEW: OPEN,
  UPHELD: { ...OPEN, reaffirmBlock: 'IN_REVIEW' },
  TO_BE_REVERSED: { reverseModerationAction: 'REVERSED' },
  REVERSED: {},
  CORRECTED: {},
})
