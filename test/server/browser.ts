/** As much of a browser as sign-in needs: cookies by name for one host, and redirects followed one at a time. */
export interface Browser {
  readonly cookies: Map<string, string>
  fetch(url: string | URL, init?: RequestInit): Promise<Response>
}

export function createBrowser(): Browser {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async fetch(url, init = {}) {
      const headers = new Headers(init.headers)
      if (cookies.size > 0)
        headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      const response = await fetch(url, { ...init, headers, redirect: 'manual' })
      for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
      return response
    },
  }
}

/** Signs in as a persona from `/auth/sign-in` to wherever that leads. Returns the last address. */
export async function signIn(
  browser: Browser,
  publicUrl: string,
  persona: string,
  returnTo = '/admin/',
  more: Readonly<Record<string, string>> = {},
): Promise<URL> {
  const callback = await signInUntilCallback(browser, publicUrl, persona, returnTo, more)
  const response = await browser.fetch(callback)
  return new URL(response.headers.get('location') ?? '/failed', publicUrl)
}

/** Goes the same way and stops before the callback: returns its address, code and state in it. */
export async function signInUntilCallback(
  browser: Browser,
  publicUrl: string,
  persona: string,
  returnTo = '/admin/',
  more: Readonly<Record<string, string>> = {},
): Promise<URL> {
  let url = new URL(`/auth/sign-in?${new URLSearchParams({ returnTo, ...more })}`, publicUrl)
  for (let hop = 0; hop < 8; hop++) {
    if (url.pathname === '/auth/callback') return url
    const choice = url.pathname.includes('/persona/')
      ? { method: 'POST', body: new URLSearchParams({ persona }) }
      : undefined
    const response = await browser.fetch(url, choice)
    const location = response.headers.get('location')
    if (location === null)
      throw new Error(`${url.pathname} answered ${response.status}: ${await response.text()}`)
    url = new URL(location, url)
  }
  throw new Error('The sign-in goes in circles.')
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(';')
  const equals = pair.indexOf('=')
  const gone = attributes.some((attribute) => /max-age=0|expires=Thu, 01 Jan 1970/i.test(attribute))
  if (gone) cookies.delete(pair.slice(0, equals))
  else cookies.set(pair.slice(0, equals), pair.slice(equals + 1))
}
