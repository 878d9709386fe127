import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { BLOCKED, HIDDEN, moderatedAccount, recordedModeration, TAKEN_BACK } from '../moderation.ts'
import type { ComponentCode } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

async function reviewed(app: TestApp, component: ComponentCode, ruling: string): Promise<string> {
  const { id: moderationActionId } = await recordedModeration(app, component)
  await act(app, 'crcl', 'reviewModerationAction', { moderationActionId, ruling, ...REASON })
  return moderationActionId
}

/** For every mutation of this module a record on which it succeeds. */
export const moderationArrangements = {
  recordModerationAction: async (app, component) => ({
    accountId: await moderatedAccount(app, component),
    ...BLOCKED,
  }),
  reviewModerationAction: async (app, component) => ({
    moderationActionId: (await recordedModeration(app, component)).id,
    ruling: 'TO_BE_REVERSED',
    ...REASON,
  }),
  reverseModerationAction: async (app, component) => ({
    moderationActionId: await reviewed(app, component, 'TO_BE_REVERSED'),
    ...TAKEN_BACK,
  }),
  reaffirmBlock: async (app, component) => ({
    moderationActionId: await reviewed(app, component, 'UPHELD'),
    ...REASON,
  }),
  correctModerationAction: async (app, component) => ({
    moderationActionId: (await recordedModeration(app, component, HIDDEN)).id,
    ...HIDDEN,
    kind: 'COMMENT_REMOVED',
  }),
} satisfies Readonly<Record<string, Arrange>>
