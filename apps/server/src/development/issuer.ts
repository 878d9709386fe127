import type { IncomingMessage, ServerResponse } from 'node:http'
import { Provider, type Configuration } from 'oidc-provider'
import type { IdentitySettings } from '../config.ts'
import { PAGE_HEADERS } from '../http/page.ts'
import { readBody } from '../http/read-body.ts'
import { issuerSecrets, type IssuerSecrets } from './issuer-secrets.ts'
import { findPersona, PROGRAM } from './personas.ts'
import { createMemoryAdapter } from './memory-adapter.ts'
import { personaPage, signOutPage } from './persona-page.ts'

const MOUNT = '/oidc'
const AUDIENCE = 'urn:official-accounts:api'
const CLIENT = 'official-accounts'
/** The client of the command line, which has no secret to keep. */
export const COMMAND_LINE_CLIENT = 'registry'
const HOUR = 3600

/** The issuer that signs in personas on a developer's machine. */
export interface DevelopmentIssuer {
  /** What the server is told, exactly as it would be told of any other issuer. */
  readonly settings: IdentitySettings
  /** Answers a request under `/oidc`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/**
 * A standards-conforming OpenID Connect issuer inside this process: code flow with PKCE, client credentials, JWT access
 * tokens, sign-out. Sessions are in memory; keys are kept in the data folder.
 */
export async function createDevelopmentIssuer(
  publicUrl: string,
  dataDir: string,
  requiredAcr: string | null,
): Promise<DevelopmentIssuer> {
  const issuer = `${publicUrl}${MOUNT}`
  const secrets = await issuerSecrets(dataDir)
  const acr = requiredAcr ?? 'urn:official-accounts:development'
  const provider: Provider = new Provider(issuer, {
    ...configuration(publicUrl, secrets, acr),
    async loadExistingGrant({ oidc }) {
      // No consent page: what the clients may ask for is decided here.
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      })
      grant.addOIDCScope('openid profile email')
      grant.addResourceScope(AUDIENCE, 'api')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith(`${MOUNT}/persona/`)) return choosePersona(provider, request, response, acr)
    const url = request.url ?? MOUNT
    // The library finds out where it is mounted from the difference of the two.
    Object.assign(request, { originalUrl: url, url: url.slice(MOUNT.length) || '/' })
    await answer(request, response)
  }
  const settings: IdentitySettings = {
    issuer,
    clientId: CLIENT,
    clientSecret: secrets.clientSecret,
    audience: AUDIENCE,
    roleClaim: null,
    requiredAcr,
  }
  return { settings, handle }
}

/** The page of personas, and what it sends. */
async function choosePersona(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  acr: string,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response).catch(() => null)
  const chosen =
    request.method === 'POST' ? new URLSearchParams(await readBody(request, 4096)).get('persona') : null
  const persona = findPersona(chosen ?? '')
  if (interaction !== null && persona !== undefined) {
    const result = { login: { accountId: persona.name, acr, remember: false } }
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  }
  response.writeHead(interaction === null ? 400 : 200, PAGE_HEADERS).end(personaPage(interaction !== null))
}

function configuration(publicUrl: string, secrets: IssuerSecrets, acr: string): Configuration {
  const cookies = { path: MOUNT, signed: true, httpOnly: true, sameSite: 'lax' } as const
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [secrets.signingKey] },
    cookies: { keys: [secrets.cookieKey], long: cookies, short: cookies },
    clients: clients(publicUrl, secrets),
    pkce: { required: () => true },
    acrValues: [acr],
    claims: { openid: ['sub'], acr: null, profile: ['name', 'affiliation'] },
    conformIdTokenClaims: false,
    clientBasedCORS: () => false,
    // The library keeps its requests off this machine, which is where the only one it tells of a sign-out is.
    fetch: (url, options) => fetch(url, Object.assign({ ...options }, { dispatcher: undefined })),
    findAccount: (_context, id) => accountOf(id),
    interactions: { url: (_context, interaction) => `${MOUNT}/persona/${interaction.uid}` },
    extraTokenClaims: () => ({ acr }),
    renderError(context, out) {
      context.type = 'json'
      context.body = out
    },
    ttl: {
      AccessToken: HOUR,
      ClientCredentials: HOUR,
      IdToken: HOUR,
      Interaction: HOUR / 6,
      Session: 12 * HOUR,
      Grant: 12 * HOUR,
    },
    features: features(),
  }
}

function features(): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource(context, form) {
        context.set(PAGE_HEADERS)
        context.body = signOutPage(form)
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'api',
        audience: AUDIENCE,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  }
}

function clients(publicUrl: string, secrets: IssuerSecrets): Configuration['clients'] {
  const signing = { id_token_signed_response_alg: 'ES256' } as const
  return [
    {
      ...signing,
      client_id: CLIENT,
      client_secret: secrets.clientSecret,
      redirect_uris: [`${publicUrl}/auth/callback`],
      post_logout_redirect_uris: [`${publicUrl}/`],
      backchannel_logout_uri: `${publicUrl}/auth/back-channel-logout`,
      backchannel_logout_session_required: true,
    },
    {
      ...signing,
      client_id: COMMAND_LINE_CLIENT,
      token_endpoint_auth_method: 'none',
      redirect_uris: [commandLineRedirect(publicUrl)],
    },
    {
      ...signing,
      client_id: PROGRAM.name,
      client_secret: secrets.programSecret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
  ]
}

/** Where the command line's sign-in would lead a browser; nothing answers there. */
export function commandLineRedirect(publicUrl: string): string {
  return `${publicUrl}${MOUNT}/command-line`
}

function accountOf(id: string) {
  const persona = findPersona(id)
  if (persona === undefined) return undefined
  const { displayName, affiliation } = persona
  return { accountId: id, claims: () => ({ sub: id, name: displayName, affiliation }) }
}
