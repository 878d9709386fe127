import { createHash } from 'node:crypto'
import type { Config } from '../../config.ts'
import { sourceDigest } from '../source-digest.ts'

const SOURCES = [
  'apps/site',
  'packages/client/src',
  'packages/domain/src',
  'packages/schema/schema.graphql',
  'pnpm-lock.yaml',
]

/** What the site is told beside the directory itself. */
export interface SiteSettings {
  readonly publicUrl: string
  readonly opaContact: string | null
  /** Whether the department itself publishes; anything else says that it is a demonstration. */
  readonly official: boolean
  /** Digest of what the pages are made with, as it was when the server started. */
  readonly sources: string
}

/**
 * Official is what runs in production, signs people in at a real issuer and says how to reach the Office of Public
 * Affairs: without all three nobody answers for what the pages say.
 */
export function siteSettings(
  config: Pick<Config, 'publicUrl' | 'opaContact' | 'production' | 'identity'>,
): SiteSettings {
  const { publicUrl, opaContact, production, identity } = config
  return {
    publicUrl,
    opaContact,
    official: production && identity !== null && opaContact !== null,
    sources: sourceDigest(SOURCES),
  }
}

/** The environment of the site's build. */
export function siteEnvironment(settings: SiteSettings, graphqlUrl: string, pages: string) {
  return {
    GRAPHQL_URL: graphqlUrl,
    SITE_OUT_DIR: pages,
    SITE_URL: settings.publicUrl,
    OPA_CONTACT: settings.opaContact ?? '',
    OFFICIAL_SITE: settings.official ? '1' : '0',
  }
}

/** A digest of everything the pages are made from: builds of an equal one are the same. */
export function buildDigest(directoryVersion: string, settings: SiteSettings, signingKey: string): string {
  const { publicUrl, opaContact, official, sources } = settings
  const inputs = [directoryVersion, sources, publicUrl, opaContact, official, signingKey]
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 20)
}
