import { page } from '../http/page.ts'

/** What somebody sees whose sign-in cannot be finished: no cause, which would help a forger, and the way to start again. */
export function signInFailedPage(): Response {
  const body = `<p>It took too long, was finished before, or began in another window.</p>
    <p><a href="/auth/sign-in">Sign in again</a></p>`
  return page(400, 'Sign-in could not be finished', body)
}

/** What somebody sees while the identity provider does not answer. */
export function signInUnavailablePage(): Response {
  const body = `<p>The department's sign-in does not answer. The public pages work without it.</p>
    <p><a href="/auth/sign-in">Try again</a></p>`
  return page(503, 'Sign-in is not available', body)
}
