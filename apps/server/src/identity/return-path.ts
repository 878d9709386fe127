const HOME = '/admin/'
const NOT_PAGES = /^\/(auth|oidc|graphql)(\/|$)/

/**
 * Where to go after sign-in: a page of this origin, or the start page for everything else. An address that could lead
 * elsewhere would lend our name to a forgery.
 */
export function returnPath(wanted: string | null, publicUrl: string): string {
  if (wanted === null || !wanted.startsWith('/') || !URL.canParse(wanted, publicUrl)) return HOME
  const target = new URL(wanted, publicUrl)
  if (target.origin !== publicUrl || NOT_PAGES.test(target.pathname)) return HOME
  // A path that itself begins with two slashes would be another host once it stands alone.
  return target.pathname.startsWith('//') ? HOME : `${target.pathname}${target.search}${target.hash}`
}
