// The prefix makes browsers insist on Secure, Path=/ and no Domain, so that no other host can plant one.
const SESSION = '__Host-session'
const SIGN_IN = '__Host-sign-in'
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax'

/** The session's secret from a Cookie header; null without one. */
export function readSessionCookie(header: string | null | undefined): string | null {
  return readCookie(header, SESSION)
}

/** The state of the sign-in under way in this browser; null without one. */
export function readSignInCookie(header: string | null | undefined): string | null {
  return readCookie(header, SIGN_IN)
}

/** Set-Cookie for a new session. */
export function sessionCookie(secret: string, maxAgeSeconds: number): string {
  return `${SESSION}=${secret}; ${ATTRIBUTES}; Max-Age=${maxAgeSeconds}`
}

/** Set-Cookie that binds a sign-in to this browser: nobody can be made to finish another's. */
export function signInCookie(state: string, maxAgeSeconds: number): string {
  return `${SIGN_IN}=${state}; ${ATTRIBUTES}; Max-Age=${maxAgeSeconds}`
}

/** Set-Cookie headers that forget the sign-in, and the session. */
export const FORGET_SIGN_IN = `${SIGN_IN}=; ${ATTRIBUTES}; Max-Age=0`
export const FORGET_SESSION = `${SESSION}=; ${ATTRIBUTES}; Max-Age=0`

function readCookie(header: string | null | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return null
}
