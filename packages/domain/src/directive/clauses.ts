/**
 * The obligations this product enforces: the only place where their ids and short texts are spelled.
 * Titles are our own words. `exceptionable` says whether a written exception (V.B.12) may lift the clause.
 */
export interface Clause {
  readonly title: string
  readonly exceptionable: boolean
}

export const CLAUSES = {
  'I.B.4': { title: 'Accounts and services end when they are no longer used', exceptionable: false },
  'II.B': {
    title: 'Public communication and general awareness only, never operational use',
    exceptionable: false,
  },
  'II.C': {
    title: 'Applies to employees, contractors and whoever acts for the department',
    exceptionable: false,
  },
  'II.P': { title: 'Personal engagement stays apart from official accounts', exceptionable: false },
  'III.D': { title: 'Section 508: accessible to people with disabilities', exceptionable: false },
  'III.E': { title: 'Federal Records Act: what is published is a record', exceptionable: false },
  'III.H': { title: 'OMB M-10-23: privacy when third-party services are used', exceptionable: false },
  'III.I': { title: 'OMB M-13-10: no open-ended indemnification in terms of service', exceptionable: false },
  'IV.A.1': {
    title: 'The Assistant Secretary for Public Affairs authorizes and oversees all use',
    exceptionable: false,
  },
  'IV.A.2': {
    title: 'Platforms first, then every account on them, are approved by the Assistant Secretary',
    exceptionable: true,
  },
  'IV.A.3': { title: 'Procedural guidance and training are provided and followed', exceptionable: true },
  // Who approves is the Assistant Secretary's to lend in writing, not an exception's to give; V.B.9 is what may be lifted.
  'IV.A.4': { title: 'Content is approved by the Assistant Secretary or a delegate', exceptionable: false },
  'IV.A.5': { title: 'The Assistant Secretary enforces the Directive', exceptionable: false },
  'IV.B.1': {
    title: 'The Chief Information Officer reviews accessibility and security',
    exceptionable: false,
  },
  // It asks something of the Chief Information Officer alone, and holds nothing of anybody's back.
  'IV.B.2': { title: 'Approved services are reachable across department systems', exceptionable: false },
  'IV.B.3': { title: 'Account security follows the recommended policy', exceptionable: true },
  'IV.B.4': { title: 'Retention and disposition follow adopted schedules', exceptionable: false },
  'IV.C.1': { title: 'The Chief Privacy Officer is the authority on privacy', exceptionable: false },
  'IV.C.2': {
    title: 'Personal information is used only with the Chief Privacy Officer’s approval',
    exceptionable: false,
  },
  'IV.C.3': { title: 'Privacy risks are assessed and mitigated', exceptionable: false },
  'IV.C.5': { title: 'Law and policy on privacy are set and followed', exceptionable: false },
  'IV.D.1': { title: 'The Civil Rights Officer is heard on civil rights and liberties', exceptionable: true },
  'IV.D.2': { title: 'Risks to civil rights and liberties are assessed and mitigated', exceptionable: false },
  'IV.D.3': { title: 'Moderation and other use respect civil rights and liberties', exceptionable: false },
  'IV.E.1': { title: 'Each component has a formal publishing process', exceptionable: true },
  'IV.E.2': { title: 'Component approvers follow the Assistant Secretary’s guidance', exceptionable: true },
  'IV.E.3': { title: 'Components answer certification and reporting requirements', exceptionable: true },
  'V.A.2': { title: 'Official use follows all applicable law and policy', exceptionable: false },
  'V.B.1': { title: 'Only approved platforms are used', exceptionable: true },
  'V.B.2': {
    title: 'The Office of Public Affairs gives permission; nobody decides on a request of their own',
    exceptionable: false,
  },
  'V.B.3': { title: 'Accounts serve an official, mission-related purpose', exceptionable: true },
  // What is refused under it no exception may give: access to what has ended, operational use (II.B), a decision of
  // one's own (V.B.2). Whoever has a mission need is granted access without an exception.
  'V.B.4': { title: 'Access follows mission need', exceptionable: false },
  'V.B.5': { title: 'Every account has a current, active primary contact', exceptionable: true },
  'V.B.6': {
    title: 'The list of official accounts is maintained by the Assistant Secretary',
    exceptionable: false,
  },
  'V.B.7': { title: 'What is posted is public content', exceptionable: false },
  'V.B.8': {
    title: 'Accounts stay under department control and apart from personal ones',
    exceptionable: true,
  },
  'V.B.9': { title: 'Content is approved before it is published', exceptionable: true },
  'V.B.10': { title: 'An account is never the sole outlet', exceptionable: true },
  'V.B.11': { title: 'Unused accounts are deactivated and archived', exceptionable: true },
  'V.B.12': { title: 'Exceptions are requested in writing and decided case by case', exceptionable: false },
  VI: { title: 'Questions go to the Office of Public Affairs', exceptionable: false },
  'OIG.1': { title: 'How employees get access is communicated', exceptionable: false },
  'OIG.2': { title: 'Public Affairs and Privacy keep a list of accounts and owners', exceptionable: false },
  'OIG.3': { title: 'The Office of Policy keeps a policy for the whole department', exceptionable: false },
  'OIG.4': { title: 'Every component develops and implements a policy', exceptionable: false },
} as const satisfies Record<string, Clause>

/** The id of an obligation, for example `V.B.1`. */
export type ClauseId = keyof typeof CLAUSES

/** Every clause id in the Directive's order. */
export const CLAUSE_IDS = Object.keys(CLAUSES).filter(isClauseId)

/** Whether a text is the id of a clause enforced here. */
export function isClauseId(value: string): value is ClauseId {
  return Object.hasOwn(CLAUSES, value)
}
