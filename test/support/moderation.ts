import { act, type Outcome } from './act.ts'
import { manager } from './arrangements/arrange.ts'
import type { TestApp } from './create-test-app.ts'
import { insertAccount, type Columns, type ComponentCode } from './records.ts'

/** A comment that was hidden, as no clause objects to. */
export const HIDDEN = {
  kind: 'COMMENT_HIDDEN',
  reason: 'SPAM',
  platformReference: '1845678901234567890',
} as const

/** A person who was blocked, as no clause objects to. */
export const BLOCKED = {
  kind: 'PERSON_BLOCKED',
  reason: 'THREAT',
  platformReference: 'block-42',
  explanation: 'Three threats against the staff within one day.',
} as const

/** How a measure is taken back. */
export const TAKEN_BACK = { reason: 'CIVIL_RIGHTS_REVIEW', platformReference: 'block-42' } as const

/** An account with a comment policy that a component's manager answers for. */
export function moderatedAccount(
  app: TestApp,
  component: ComponentCode = 'CBP',
  columns: Columns = {},
): Promise<string> {
  return insertAccount(app, 'ACTIVE', {
    component,
    primary: manager(component),
    columns: { comment_policy_url: 'https://www.cbp.gov/comment-policy', ...columns },
  })
}

/** Something recorded on it by that manager. */
export async function recordedModeration(
  app: TestApp,
  component: ComponentCode = 'CBP',
  said: object = BLOCKED,
): Promise<Outcome> {
  const accountId = await moderatedAccount(app, component)
  return act(app, manager(component), 'recordModerationAction', { accountId, ...said })
}
