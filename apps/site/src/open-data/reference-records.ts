import * as z from 'zod'
import type { Directory } from '../data/directory-index.ts'
import { absoluteAddress, componentPath, platformPath } from './addresses.ts'

const answer = z.enum(['YES', 'NO', 'UNKNOWN'])

/** A part of the department as open data. */
export const componentRecord = z
  .object({
    slug: z.string().describe('Permanent short name, part of its address on this site.'),
    url: z.url().describe('Its page on this site.'),
    code: z.string().describe('Its usual abbreviation.'),
    name: z.string().describe('Its name.'),
    kind: z.enum(['DEPARTMENT', 'OPERATIONAL', 'SUPPORT']).describe('What it is.'),
    websiteUrl: z.string().nullable().describe('Its website.'),
    parent: z.string().nullable().describe('Slug of the component it is a part of.'),
    accountCount: z.int().nonnegative().describe('Its accounts that have not ended.'),
  })
  .describe('A part of the department.')

/** A platform or tool and what is known of its terms of service, as OMB M-13-10 asks it to be listed. */
export const platformRecord = z
  .object({
    slug: z.string().describe('Permanent short name, part of its address on this site.'),
    url: z.url().describe('Its page on this site.'),
    name: z.string().describe('Its name.'),
    alsoCalled: z.array(z.string()).describe('Other names it goes by.'),
    kind: z.enum(['PROFILE', 'TOOL']).describe('PROFILE: it has accounts. TOOL: it has none.'),
    state: z
      .enum(['PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'DENIED', 'SUSPENDED', 'RETIRED', 'PROHIBITED'])
      .nullable()
      .describe('The decision that stands here; null while none does.'),
    homepageUrl: z.string().nullable().describe('Its own site.'),
    termsNegotiated: answer.describe('Whether terms were negotiated for the federal government.'),
    termsSigned: answer.describe('Whether the department itself has signed them.'),
    termsSource: z.string().nullable().describe('Where the answer on terms is from.'),
    personalLoginRequired: answer.describe('Whether it demands a personal login.'),
    prohibitedByLaw: z.string().nullable().describe('The statute that prohibits it.'),
    prohibitedOn: z.iso.date().nullable().describe('Since when it is prohibited.'),
    accountCount: z.int().nonnegative().describe('Accounts on it that have not ended.'),
  })
  .describe('A platform or tool and its terms of service (OMB M-13-10).')

export type ComponentRecord = z.infer<typeof componentRecord>
export type PlatformRecord = z.infer<typeof platformRecord>

/** Every part of the department, by name. */
export function componentRecordsOf(directory: Directory, site: string): ComponentRecord[] {
  return directory.components.map(({ slug, code, name, kind, websiteUrl, parent }) => ({
    slug,
    url: absoluteAddress(site, componentPath(slug)),
    code,
    name,
    kind,
    websiteUrl,
    parent: parent?.slug ?? null,
    accountCount: directory.currentByComponent.get(slug)?.length ?? 0,
  }))
}

/** Every platform the public may know of, by name. */
export function platformRecordsOf(directory: Directory, site: string): PlatformRecord[] {
  return directory.platforms.map((platform) => ({
    slug: platform.slug,
    url: absoluteAddress(site, platformPath(platform.slug)),
    name: platform.name,
    alsoCalled: platform.alsoCalled,
    kind: platform.kind,
    state: platform.state,
    homepageUrl: platform.homepageUrl,
    termsNegotiated: platform.termsNegotiated,
    termsSigned: platform.termsSigned,
    termsSource: platform.termsSource,
    personalLoginRequired: platform.personalLoginRequired,
    prohibitedByLaw: platform.prohibitedByLaw,
    prohibitedOn: platform.prohibitedOn,
    accountCount: directory.currentByPlatform.get(platform.slug)?.length ?? 0,
  }))
}
