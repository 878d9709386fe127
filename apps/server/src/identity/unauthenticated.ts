/** Why a credential was not accepted: for the log and, in words that tell a stranger nothing, for the caller. */
export type UnauthenticatedReason =
  | 'SESSION_UNKNOWN'
  | 'SESSION_EXPIRED'
  | 'TOKEN_INVALID'
  | 'TOKEN_EXPIRED'
  | 'SIGNED_OUT'
  | 'PERSON_UNKNOWN'
  | 'PERSON_DEACTIVATED'
  | 'CREDENTIAL_MALFORMED'

const MESSAGES = {
  SESSION_UNKNOWN: 'Sign in again.',
  SESSION_EXPIRED: 'The session has ended. Sign in again.',
  TOKEN_INVALID: 'The access token is not valid here.',
  TOKEN_EXPIRED: 'The access token has expired.',
  SIGNED_OUT: 'The access token is from before a sign-out at the identity provider.',
  PERSON_UNKNOWN: 'The access token is for somebody who is not registered here.',
  PERSON_DEACTIVATED: 'This person may not act here.',
  CREDENTIAL_MALFORMED: 'The Authorization header is not a bearer token.',
} as const satisfies Record<UnauthenticatedReason, string>

/** A credential was given and is not good: never the same as none. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError'
  readonly reason: UnauthenticatedReason

  constructor(reason: UnauthenticatedReason, cause?: unknown) {
    super(MESSAGES[reason], { cause })
    this.reason = reason
  }
}
