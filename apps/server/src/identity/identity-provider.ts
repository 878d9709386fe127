import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import { allowInsecureRequests, ClientSecretBasic, discovery, None, type Configuration } from 'openid-client'
import type { IdentitySettings } from '../config.ts'

/** The issuer as discovered: where to send people, and the keys its tokens are signed with. */
export interface IdentityProvider {
  readonly settings: IdentitySettings
  readonly client: Configuration
  readonly keys: JWTVerifyGetKey
}

/** The issuer could not be asked: nobody's fault who signs in. */
export class IdentityProviderUnavailableError extends Error {
  override readonly name = 'IdentityProviderUnavailableError'
}

/**
 * A way to the issuer that asks it for its metadata when first needed, and again after a failure, so that the server
 * starts and serves the public while the issuer is away.
 */
export function createIdentityProvider(settings: IdentitySettings): () => Promise<IdentityProvider> {
  let discovered: Promise<IdentityProvider> | null = null
  return async function identityProvider() {
    discovered ??= discoverProvider(settings)
    try {
      return await discovered
    } catch (error) {
      discovered = null
      throw new IdentityProviderUnavailableError('The identity provider does not answer.', { cause: error })
    }
  }
}

async function discoverProvider(settings: IdentitySettings): Promise<IdentityProvider> {
  const { issuer, clientId, clientSecret } = settings
  const server = new URL(issuer)
  // The configuration allows plain http on loopback addresses alone.
  const execute = server.protocol === 'http:' ? [allowInsecureRequests] : []
  const authentication = clientSecret === null ? None() : ClientSecretBasic(clientSecret)
  const client = await discovery(server, clientId, undefined, authentication, { execute })
  const { jwks_uri: keysUrl } = client.serverMetadata()
  if (keysUrl === undefined) throw new Error('The identity provider publishes no keys.')
  return { settings, client, keys: createRemoteJWKSet(new URL(keysUrl)) }
}
