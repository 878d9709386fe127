/** The absolute address of a page or file; `site` is the origin. */
export function absoluteAddress(site: string, path: string): string {
  return new URL(path, site).href
}

/** Where an account has its page. */
export function accountPath(slug: string): string {
  return `/accounts/${slug}/`
}

/** Where a component has its page. */
export function componentPath(slug: string): string {
  return `/components/${slug}/`
}

/** Where a platform has its page. */
export function platformPath(slug: string): string {
  return `/platforms/${slug}/`
}

/** Where what is known of an account stands as JSON. */
export function accountDataPath(slug: string): string {
  return `/data/v1/accounts/${slug}.json`
}
