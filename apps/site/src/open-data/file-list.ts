/** A file of open data that is always there. */
export interface OpenDataFile {
  /** Its address below the origin. */
  readonly path: string
  readonly what: 'ACCOUNTS' | 'COMPONENTS' | 'PLATFORMS' | 'SCHEMA' | 'CATALOG' | 'CHANGES'
  readonly format: 'JSON' | 'CSV' | 'NDJSON' | 'ATOM' | 'JSON_FEED'
  readonly mediaType: string
}

/** Every file of open data but those of single accounts. */
export const openDataFiles = [
  { path: '/data/v1/accounts.json', what: 'ACCOUNTS', format: 'JSON', mediaType: 'application/json' },
  { path: '/data/v1/accounts.csv', what: 'ACCOUNTS', format: 'CSV', mediaType: 'text/csv' },
  { path: '/data/v1/accounts.ndjson', what: 'ACCOUNTS', format: 'NDJSON', mediaType: 'application/x-ndjson' },
  { path: '/data/v1/components.json', what: 'COMPONENTS', format: 'JSON', mediaType: 'application/json' },
  { path: '/data/v1/components.csv', what: 'COMPONENTS', format: 'CSV', mediaType: 'text/csv' },
  { path: '/data/v1/platforms.json', what: 'PLATFORMS', format: 'JSON', mediaType: 'application/json' },
  { path: '/data/v1/platforms.csv', what: 'PLATFORMS', format: 'CSV', mediaType: 'text/csv' },
  { path: '/data/v1/schema.json', what: 'SCHEMA', format: 'JSON', mediaType: 'application/schema+json' },
  { path: '/data.json', what: 'CATALOG', format: 'JSON', mediaType: 'application/json' },
  { path: '/feeds/changes.atom', what: 'CHANGES', format: 'ATOM', mediaType: 'application/atom+xml' },
  { path: '/feeds/changes.json', what: 'CHANGES', format: 'JSON_FEED', mediaType: 'application/feed+json' },
] as const satisfies readonly OpenDataFile[]
