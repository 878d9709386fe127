import type { Directory } from '../data/directory-index.ts'
import { absoluteAddress } from './addresses.ts'
import { openDataFiles, type OpenDataFile } from './file-list.ts'

/** What a build knows beside the directory. */
export interface CatalogFacts {
  /** The origin. */
  readonly site: string
  /** How to reach the Office of Public Affairs; null when it has not been set. */
  readonly opaContact: string | null
}

type Subject = Extract<OpenDataFile['what'], 'ACCOUNTS' | 'COMPONENTS' | 'PLATFORMS'>

const subjects = {
  ACCOUNTS: {
    title: 'Official social media accounts',
    description:
      'Every account on a social media platform that the department stands by, has suspended or has ended, with its platform, component, standing and former handles.',
    keyword: ['social media', 'official accounts', 'public affairs', 'verification'],
  },
  COMPONENTS: {
    title: 'Components that run official social media accounts',
    description: 'The parts of the department and how many official accounts each has.',
    keyword: ['components', 'organization', 'public affairs'],
  },
  PLATFORMS: {
    title: 'Social media platforms and their terms of service',
    description:
      'Platforms and tools with the decision that stands on each and what is known of negotiated and signed terms of service (OMB M-13-10).',
    keyword: ['social media', 'platforms', 'terms of service', 'M-13-10'],
  },
} as const satisfies Record<Subject, { title: string; description: string; keyword: readonly string[] }>

/**
 * The catalog of the open data by DCAT-US 3.0. That schema demands a contact with an e-mail address: it is given only
 * where the configured contact is one, and nothing is put in its place where it is not.
 */
export function dataCatalog(directory: Directory, facts: CatalogFacts): object {
  const publisher = { '@type': 'Organization', name: directory.department?.name ?? 'Unknown' }
  const contact = contactPoint(facts.opaContact)
  return {
    '@type': 'Catalog',
    '@id': absoluteAddress(facts.site, '/data.json'),
    title: 'Open data on official social media accounts',
    description: 'What the public directory of official accounts holds, as files.',
    conformsTo: { '@type': 'Standard', title: 'DCAT-US 3.0' },
    homepage: {
      '@type': 'Document',
      title: 'Directory of official accounts',
      accessURL: absoluteAddress(facts.site, '/'),
    },
    language: ['en', 'es'],
    modified: directory.status.asOf,
    publisher,
    dataset: (['ACCOUNTS', 'COMPONENTS', 'PLATFORMS'] as const).map((subject) => ({
      '@type': 'Dataset',
      identifier: absoluteAddress(facts.site, `/data/v1/${subject.toLowerCase()}.json`),
      ...subjects[subject],
      ...(contact === null ? {} : { contactPoint: contact }),
      publisher,
      accessRights: 'public',
      accrualPeriodicity: 'irregular',
      modified: directory.status.asOf,
      version: directory.status.version,
      language: ['en'],
      distribution: openDataFiles
        .filter(({ what }) => what === subject)
        .map((file) => distribution(file, facts.site)),
    })),
  }
}

function contactPoint(opaContact: string | null): object | null {
  if (opaContact === null || !/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(opaContact)) return null
  return { '@type': 'Kind', fn: 'Office of Public Affairs', hasEmail: `mailto:${opaContact}` }
}

function distribution({ path, format, mediaType }: OpenDataFile, site: string): object {
  return {
    '@type': 'Distribution',
    title: format,
    downloadURL: absoluteAddress(site, path),
    mediaType,
    describedBy: {
      '@type': 'Distribution',
      title: 'JSON Schema',
      downloadURL: absoluteAddress(site, '/data/v1/schema.json'),
      mediaType: 'application/schema+json',
    },
  }
}
