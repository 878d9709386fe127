import type { Account, DirectorySnapshot } from '../../apps/site/src/data/directory-model.ts'

/** Text that would do harm where it is not escaped. */
export const hostileText = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}' onfocus=alert(3)`

/**
 * The real directory with what its first day does not show yet: one suspended account, one renamed, one retired with
 * a successor, and one whose texts and links are hostile.
 */
export function alterDirectory(snapshot: DirectorySnapshot): DirectorySnapshot {
  const changes: Record<string, Partial<Account>> = {
    'x-cbpafrica': { status: 'SUSPENDED', suspendedOn: '2026-10-05' },
    'x-cisacyber': {
      officialSince: '2026-01-10',
      source: null,
      listedOn: null,
      lastConfirmedOn: '2026-11-02',
      language: 'en',
      aliases: [
        {
          handle: 'uscert_before',
          canonicalKey: 'uscert_before',
          profileUrl: 'https://x.com/uscert_before',
          former: true,
          from: null,
          until: '2026-02-01',
        },
      ],
    },
    'x-cbpamo': {
      status: 'FORMERLY_OFFICIAL',
      retiredOn: '2026-09-30',
      successor: { slug: 'x-cbp' },
    },
    'facebook-fema': {
      title: hostileText,
      purpose: hostileText,
      topics: [hostileText],
      source: hostileText,
      officialOutletUrl: 'javascript:alert(4)',
      commentPolicyUrl: 'data:text/html,<script>alert(5)</script>',
      privacyNoticeUrl: 'https://user:secret@example.com/',
    },
  }
  const known = new Set(snapshot.accounts.map(({ slug }) => slug))
  for (const slug of Object.keys(changes))
    if (!known.has(slug)) throw new Error(`There is no account ${slug}.`)
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((account) => ({ ...account, ...changes[account.slug] })),
  }
}
