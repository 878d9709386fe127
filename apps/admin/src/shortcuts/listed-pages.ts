import type { Permission } from '@official-accounts/domain/access/permissions'

/** What the pages are sorted by. */
export const PAGE_GROUPS = [
  'Your work',
  'Accounts and platforms',
  'Permission and access',
  'Oversight',
  'The public directory',
] as const

/** A page anybody may go to, or only those who may ever do something. */
export interface ListedPage {
  readonly label: string
  readonly path: string
  readonly group: (typeof PAGE_GROUPS)[number]
  readonly about: string
  readonly needs?: Permission
}

/** Every page that is no record's own, as the list of commands and the page of all pages offer them. */
export const LISTED_PAGES: readonly ListedPage[] = [
  { label: 'My work', path: '/', group: 'Your work', about: 'What waits for you, overdue first.' },
  { label: 'Search all records', path: '/search', group: 'Your work', about: 'Any record by its words.' },
  {
    label: 'Notifications',
    path: '/notifications',
    group: 'Your work',
    about: 'What you were told, and how you want to be told.',
  },
  {
    label: 'Accounts',
    path: '/accounts',
    group: 'Accounts and platforms',
    about: 'Official accounts, requests for them, and those that have ended.',
  },
  {
    label: 'Request an account',
    path: '/accounts/request',
    group: 'Accounts and platforms',
    about: 'What for, on which platform, and why no other serves.',
    needs: 'account.request',
  },
  {
    label: 'Discovered accounts',
    path: '/discovered',
    group: 'Accounts and platforms',
    about: 'Accounts found in use without approval, to be adopted or closed.',
  },
  {
    label: 'Request form',
    path: '/request-form',
    group: 'Accounts and platforms',
    about: 'What a request for an account is asked, version by version.',
  },
  {
    label: 'Law and policy',
    path: '/law-checklist',
    group: 'Accounts and platforms',
    about: 'What law and policy ask of every account, version by version.',
  },
  {
    label: 'Platforms',
    path: '/platforms',
    group: 'Accounts and platforms',
    about: 'Which platforms may be used, and what their reviews found.',
  },
  {
    label: 'Reviews of platforms',
    path: '/platforms/reviews',
    group: 'Accounts and platforms',
    about: 'Which office owes how many reviews, and what each kind asks.',
  },
  {
    label: 'What reviews are asked for',
    path: '/review-requirements',
    group: 'Accounts and platforms',
    about: 'Of which platforms, by when, how long they hold, and who settled it.',
  },
  {
    label: 'Reports on platforms',
    path: '/review-reports',
    group: 'Accounts and platforms',
    about: 'What the reviewing offices found, of which platforms, newest first.',
  },
  {
    label: 'Propose a platform or service',
    path: '/platforms/propose',
    group: 'Accounts and platforms',
    about: 'Its reviews are due from then on.',
    needs: 'platform.propose',
  },
  {
    label: 'Imports',
    path: '/imports',
    group: 'Accounts and platforms',
    about: 'Lists taken in from elsewhere.',
  },
  {
    label: 'Submit an import',
    path: '/imports/submit',
    group: 'Accounts and platforms',
    about: 'A file of accounts, decided before it counts.',
    needs: 'migration.submit',
  },
  {
    label: 'People',
    path: '/people',
    group: 'Permission and access',
    about: 'Who works here, with which roles.',
  },
  {
    label: 'Guidance and policy',
    path: '/guidance',
    group: 'Permission and access',
    about: 'What is in force, and who has acknowledged it.',
  },
  {
    label: 'Training',
    path: '/training',
    group: 'Permission and access',
    about: 'Courses, who took them, and until when they count.',
  },
  {
    label: 'Processes and policies of components',
    path: '/component-documents',
    group: 'Permission and access',
    about: 'How each component publishes, and its policy.',
  },
  {
    label: 'Delegations',
    path: '/delegations',
    group: 'Permission and access',
    about: 'Who acts in another’s place, and who stands aside.',
  },
  {
    label: 'Exceptions',
    path: '/exceptions',
    group: 'Permission and access',
    about: 'Clauses lifted in writing, for a subject and a time.',
  },
  {
    label: 'Request an exception',
    path: '/exceptions/request',
    group: 'Permission and access',
    about: 'In writing, for named clauses.',
    needs: 'exception.request',
  },
  {
    label: 'Personal information',
    path: '/privacy-approvals',
    group: 'Permission and access',
    about: 'People’s names in accounts and people looked at, as the Chief Privacy Officer decides.',
  },
  {
    label: 'Access',
    path: '/access',
    group: 'Permission and access',
    about: 'Who manages official accounts or looks at others from department systems.',
  },
  {
    label: 'How to get access',
    path: '/access/process',
    group: 'Permission and access',
    about: 'Who asks, who decides, what is refused.',
  },
  {
    label: 'Ask for access',
    path: '/access/request',
    group: 'Permission and access',
    about: 'For a mission need, with an end.',
    needs: 'access.request',
  },
  {
    label: 'Findings',
    path: '/findings',
    group: 'Oversight',
    about: 'What does not hold, under which clause.',
  },
  {
    label: 'Open a finding',
    path: '/findings/open',
    group: 'Oversight',
    about: 'By hand, under a clause.',
    needs: 'finding.open',
  },
  {
    label: 'Risks',
    path: '/risks',
    group: 'Oversight',
    about: 'To privacy and civil rights: how great, what is done, who bears the rest.',
  },
  {
    label: 'Raise a risk',
    path: '/risks/raise',
    group: 'Oversight',
    about: 'Of an account, a platform, a component or the department.',
    needs: 'risk.raise',
  },
  {
    label: 'Incidents',
    path: '/incidents',
    group: 'Oversight',
    about: 'Compromised accounts and impostors, and what was done.',
  },
  {
    label: 'Report an impostor',
    path: '/incidents/report',
    group: 'Oversight',
    about: 'Somebody poses as an official account.',
    needs: 'incident.report',
  },
  {
    label: 'Moderation',
    path: '/moderation',
    group: 'Oversight',
    about: 'What was hidden, removed or blocked on official accounts, by which rule.',
  },
  {
    label: 'Moderation, counted',
    path: '/moderation/report',
    group: 'Oversight',
    about: 'How much was moderated: by kind, reason, component, account and month.',
  },
  {
    label: 'Compliance',
    path: '/compliance',
    group: 'Oversight',
    about: 'Each clause in each component: checked, met, open, excepted.',
  },
  {
    label: 'Certifications',
    path: '/certifications',
    group: 'Oversight',
    about: 'What components were asked to certify, and who has not answered.',
  },
  {
    label: 'Open a certification',
    path: '/certifications/open',
    group: 'Oversight',
    about: 'Questions to components about their accounts, with a day.',
    needs: 'certification.open',
  },
  {
    label: 'Ageing of all queues',
    path: '/work/queues',
    group: 'Oversight',
    about: 'What waits for whom, since when, and what is late.',
  },
  {
    label: 'Audit',
    path: '/audit',
    group: 'Oversight',
    about: 'Who did what, when and why, refusals included.',
  },
  {
    label: 'The Directive’s clauses',
    path: '/directive',
    group: 'Oversight',
    about: 'What each asks, and who acts under it.',
  },
  {
    label: 'Policy settings',
    path: '/settings',
    group: 'Oversight',
    about: 'The numbers the department has set, such as days until a suspension.',
  },
  {
    label: 'Security policy for accounts',
    path: '/security-policies',
    group: 'Oversight',
    about: 'What is attested of each account, version by version.',
  },
  {
    label: 'Publications',
    path: '/publications',
    group: 'The public directory',
    about: 'What the public sees, and when it was built.',
  },
  {
    label: 'Publish the public directory',
    path: '/publications/publish',
    group: 'The public directory',
    about: 'Build it anew by hand.',
    needs: 'directory.publish',
  },
]

/** The pages whoever holds these permissions may open. */
export function openPages(permissions: readonly string[]): readonly ListedPage[] {
  return LISTED_PAGES.filter(({ needs }) => needs === undefined || permissions.includes(needs))
}
