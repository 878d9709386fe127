/** A page anybody may go to, or only those who may ever do something. */
interface PalettePage {
  readonly label: string
  readonly path: string
  readonly needs?: 'account.request' | 'platform.propose' | 'migration.submit' | 'directory.publish'
}

/** The pages that the list of commands offers. */
export const PALETTE_PAGES: readonly PalettePage[] = [
  { label: 'My work', path: '/' },
  { label: 'Accounts', path: '/accounts' },
  { label: 'Request an account', path: '/accounts/request', needs: 'account.request' },
  { label: 'Platforms', path: '/platforms' },
  { label: 'Propose a platform', path: '/platforms/propose', needs: 'platform.propose' },
  { label: 'Findings', path: '/findings' },
  { label: 'Discovered accounts', path: '/discovered' },
  { label: 'Request form', path: '/request-form' },
  { label: 'Imports', path: '/imports' },
  { label: 'Submit an import', path: '/imports/submit', needs: 'migration.submit' },
  { label: 'People', path: '/people' },
  { label: 'Audit', path: '/audit' },
  { label: 'Search all records', path: '/search' },
  { label: 'Publications', path: '/publications' },
  { label: 'Publish the public directory', path: '/publications/publish', needs: 'directory.publish' },
  { label: 'The Directive’s clauses', path: '/directive' },
]
