import { deleteDrafts } from '../form/draft-store.ts'
import { forgetRecent } from '../shortcuts/recent-records.ts'

interface SignOutAnswer {
  readonly redirectTo: string
}

/**
 * Ends the session at the server, forgets what was typed and opened in this browser, and goes where the server says:
 * the identity provider's own sign-out, or the public start page. Throws when the server cannot be reached or refuses.
 */
export async function signOut(): Promise<void> {
  const response = await fetch('/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-requested-with': 'official-accounts' },
  })
  const answer: unknown = await response.json()
  if (!response.ok || !isAnswer(answer)) throw new Error('Sign-out was refused.')
  deleteDrafts()
  forgetRecent(localStorage)
  window.location.assign(answer.redirectTo)
}

function isAnswer(value: unknown): value is SignOutAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'redirectTo' in value &&
    typeof value.redirectTo === 'string'
  )
}
