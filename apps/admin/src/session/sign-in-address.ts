/** Where sign-in begins; it comes back to the address given, a path of this origin with its search. */
export function signInAddress(returnTo: string): string {
  return `/auth/sign-in?${new URLSearchParams({ returnTo })}`
}

/** As signInAddress(), where the identity provider is to ask anew, by the method that decisions need. */
export function strongerSignInAddress(returnTo: string): string {
  return `/auth/sign-in?${new URLSearchParams({ returnTo, again: 'true' })}`
}
