import { act, requestInput } from './act.ts'
import { QUESTION } from './arrangements/privacy-approval.ts'
import type { TestApp } from './create-test-app.ts'

const REASON = { reason: 'Because the test says so.' }

/** A name of an account that names a person, made up. */
export const NAMED = 'Administrator Jane Doe'

/** Asks about texts of an account and has the Chief Privacy Officer answer; the question's global id. */
export async function clearTexts(
  app: TestApp,
  accountId: string,
  texts: object,
  decision = 'APPROVE',
  more: object = {},
): Promise<string> {
  const question = { accountId, ...texts, ...QUESTION }
  const { id } = await act(app, 'manager-cbp', 'requestPrivacyApproval', question)
  const answer = { privacyApprovalId: id, decision, ...REASON, ...more }
  await act(app, 'privacy', 'decidePrivacyApproval', answer)
  return id
}

/** A request of CBP that names a person, endorsed and attested; its global id. */
export async function namedRequest(app: TestApp, changes: object = { title: NAMED }): Promise<string> {
  const { id: accountId } = await act(app, 'manager-cbp', 'requestAccount', requestInput(app, changes))
  await act(app, 'director-cbp', 'endorseAccount', { accountId })
  await act(app, 'cio', 'attestAccountSecurity', { accountId, ...REASON })
  return accountId
}
