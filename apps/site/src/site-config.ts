import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))
  .nullable()

const environment = z.object({
  GRAPHQL_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000/graphql'),
  DIRECTORY_SNAPSHOT: optionalText.default(null),
  SITE_OUT_DIR: z.string().default(fileURLToPath(new URL('../dist', import.meta.url))),
  SITE_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:4000'),
  OPA_CONTACT: optionalText.default(null),
  OFFICIAL_SITE: z.enum(['0', '1']).default('0'),
})

export interface SiteConfig {
  graphqlUrl: string
  /** Build from this file and ask no server. */
  snapshot: string | null
  outDir: string
  /** Origin of the absolute addresses. */
  site: string
  /** How to reach the Office of Public Affairs; null is shown as not set. */
  opaContact: string | null
  /** True only where the department itself publishes: the banner then says so. */
  official: boolean
}

/** What a build of the site is told; throws a ZodError naming the variable that is malformed. */
export function readSiteConfig(env: Record<string, string | undefined>): SiteConfig {
  const values = environment.parse(env)
  return {
    graphqlUrl: values.GRAPHQL_URL,
    snapshot: values.DIRECTORY_SNAPSHOT,
    outDir: values.SITE_OUT_DIR,
    site: values.SITE_URL,
    opaContact: values.OPA_CONTACT,
    official: values.OFFICIAL_SITE === '1',
  }
}

export const siteConfig = readSiteConfig(process.env)
