import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  None,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { COMMAND_LINE_CLIENT, commandLineRedirect } from './issuer.ts'

const MOST_HOPS = 6

/**
 * An access token for a persona from a running development issuer, for an hour: the code flow with the persona chosen
 * as a browser would, so that there is no second way to a token. Throws when the issuer does not know the persona.
 */
export async function personaToken(publicUrl: string, persona: string): Promise<string> {
  const execute = publicUrl.startsWith('http:') ? [allowInsecureRequests] : []
  const client = await discovery(new URL(`${publicUrl}/oidc`), COMMAND_LINE_CLIENT, undefined, None(), {
    execute,
  })
  const codeVerifier = randomPKCECodeVerifier()
  const state = randomState()
  const redirectUri = commandLineRedirect(publicUrl)
  const start = buildAuthorizationUrl(client, {
    redirect_uri: redirectUri,
    scope: 'openid api',
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
  })
  const callback = await walk(start, redirectUri, persona)
  const checks = { pkceCodeVerifier: codeVerifier, expectedState: state }
  const { access_token: token } = await authorizationCodeGrant(client, callback, checks)
  return token
}

/** Follows the issuer's redirects with its cookies, choosing the persona on the way, until it leads back. */
async function walk(start: URL, redirectUri: string, persona: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = start
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    if (url.href.startsWith(redirectUri)) return url
    const chooses = url.pathname.includes('/persona/')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(chooses ? { method: 'POST', body: new URLSearchParams({ persona }) } : {}),
    })
    keepCookies(cookies, response)
    const location = response.headers.get('location')
    if (location === null) throw new Error(`The development issuer does not sign in ${persona}.`)
    url = new URL(location, url)
  }
  throw new Error('The development issuer sends the sign-in in circles.')
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    const equals = pair.indexOf('=')
    cookies.set(pair.slice(0, equals), pair.slice(equals + 1))
  }
}
