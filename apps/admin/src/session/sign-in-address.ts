/** Where sign-in begins; it comes back to the address given, a path of this origin with its search. */
export function signInAddress(returnTo: string): string {
  return `/auth/sign-in?${new URLSearchParams({ returnTo })}`
}
