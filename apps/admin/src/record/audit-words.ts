import { ACCOUNT_STATES } from '@official-accounts/domain/account/account'
import { PLATFORM_STATES } from '@official-accounts/domain/platform/platform'
import { enumWords, fieldWords } from '../ui/words.ts'

/** An audit action as people read it: `account.confirmArchive` becomes `Account: confirm archive`. */
export function actionTitle(action: string): string {
  const [noun = action, verb] = action.split('.')
  return verb === undefined ? fieldWords(noun) : `${fieldWords(noun)}: ${fieldWords(verb).toLowerCase()}`
}

const STATE = new RegExp(String.raw`\b(${[...ACCOUNT_STATES, ...PLATFORM_STATES].join('|')})\b`, 'g')
const REFUSAL =
  /^(POLICY_REFUSAL|INVALID_STATE|FORBIDDEN|STRONGER_SIGN_IN|STALE_VERSION|INVALID_INPUT|NOT_FOUND|CONFLICT): /

/** Why, as an entry keeps it: of a refusal's reason the code goes, and states and actions become words. */
export function reasonWords(reason: string): string {
  if (!REFUSAL.test(reason)) return reason
  return reason
    .replace(REFUSAL, '')
    .replaceAll(STATE, (state) => enumWords(state).toLowerCase())
    .replaceAll(/\b[a-z]+([A-Z][a-z]+)+\b/g, (action) => `“${fieldWords(action)}”`)
}

/** What stands in the way of an action, without the name of the permission it needs. */
export function blockerWords(message: string): string {
  return message.replace(/^[a-z]+\.[a-zA-Z]+ needs /, 'It needs ')
}
