import type { ClauseId } from './clauses.ts'

/** A law or an instruction that the Directive rests on, and the clauses by which it is kept here. */
export interface Authority {
  /** Its common name. */
  readonly title: string
  /** Where it stands. */
  readonly citation: string
  /** By which clauses it is kept here. */
  readonly clauses: readonly ClauseId[]
  /** What else here keeps it, or why nothing has to. */
  readonly note: string | null
}

/** The authorities of section III by their ids, in the Directive's order. */
export const AUTHORITIES = {
  'III.A': {
    title: 'Privacy Act of 1974',
    citation: '5 U.S.C. 552a',
    clauses: ['IV.C.1', 'IV.C.2', 'IV.C.3'],
    note: 'The published directory names offices and nobody’s person; its build is refused if it does.',
  },
  'III.B': {
    title: 'Hatch Act',
    citation: '5 U.S.C. 7321 to 7326 and 5 CFR part 734',
    clauses: ['II.P', 'IV.A.3'],
    note: 'What people may do in their own name is guidance that they acknowledge.',
  },
  'III.C': {
    title: 'Chief Privacy Officer',
    citation: '6 U.S.C. 142',
    clauses: ['IV.C.1', 'IV.C.3', 'OIG.4'],
    note: null,
  },
  'III.D': {
    title: 'Section 508 of the Rehabilitation Act of 1973',
    citation: '29 U.S.C. 794d',
    clauses: ['III.D', 'IV.B.1'],
    note: 'The public site and this client are tested against it with every build.',
  },
  'III.E': {
    title: 'Federal records',
    citation: '44 U.S.C. chapters 21, 29, 31, 33, 35 and 36',
    clauses: ['III.E', 'IV.B.4', 'V.B.11'],
    note: null,
  },
  'III.F': {
    title: 'Open Government Directive',
    citation: 'OMB Memorandum M-10-06',
    clauses: ['V.B.6', 'OIG.2'],
    note: 'The directory is published as open data, signed.',
  },
  'III.G': {
    title: 'Online use of web measurement and customization technologies',
    citation: 'OMB Memorandum M-10-22',
    clauses: [],
    note: 'The public site measures nobody: no cookie, no third party’s request, nothing typed leaves the browser.',
  },
  'III.H': {
    title: 'Agency use of third-party websites and applications',
    citation: 'OMB Memorandum M-10-23',
    clauses: ['III.H', 'IV.C.3', 'V.B.10'],
    note: 'Links that lead to a platform say so on the public site.',
  },
  'III.I': {
    title: 'Antideficiency Act and terms of service',
    citation: 'OMB Memorandum M-13-10',
    clauses: ['III.I', 'IV.A.2'],
    note: 'A platform’s terms are on record with their digest, and listed in public.',
  },
  'III.J': {
    title: 'Social media, web-based interactive technologies and the Paperwork Reduction Act',
    citation: 'OMB guidance of 7 April 2010',
    clauses: [],
    note: 'Nothing here collects information from the public; what accounts ask of it is content, which is not on record yet.',
  },
  'III.K': {
    title: 'Delegation to the Assistant Secretary for Public Affairs',
    citation: 'DHS Delegation 2001',
    clauses: ['IV.A.1', 'IV.A.2', 'IV.A.4'],
    note: null,
  },
} as const satisfies Readonly<Record<string, Authority>>

/** The id of an authority, for example `III.D`. */
export type AuthorityId = keyof typeof AUTHORITIES

/** Whether a text names an authority. */
export function isAuthorityId(value: string): value is AuthorityId {
  return Object.hasOwn(AUTHORITIES, value)
}

/** Every authority with its id, in the Directive's order. */
export function listAuthorities(): readonly (Authority & { readonly id: string })[] {
  return Object.entries<Authority>(AUTHORITIES).map(([id, authority]) => ({ id, ...authority }))
}

/** The authorities that a clause keeps. */
export function authoritiesOf(clause: ClauseId): readonly string[] {
  return listAuthorities().flatMap(({ id, clauses }) => (clauses.includes(clause) ? [id] : []))
}
