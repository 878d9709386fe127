import type { ClauseId } from '../directive/clauses.ts'
import { CHECKS } from './checks.ts'
import type { Check } from './compliance.ts'

/**
 * Why a clause has no check of its own. GATE: no record can break it, because what would is refused as it happens, and
 * by the database again. ELSEWHERE: another check or queue shows it. JUDGEMENT: it takes somebody to tell, who records a
 * finding by hand. NO_FACTS: what would tell is not on record yet.
 */
export const UNCHECKED_BECAUSE = ['GATE', 'ELSEWHERE', 'JUDGEMENT', 'NO_FACTS'] as const
export type UncheckedBecause = (typeof UNCHECKED_BECAUSE)[number]

interface Unchecked {
  readonly because: UncheckedBecause
  readonly why: string
}

/** Every clause without a check, and why; a test holds this list and the checks to all clauses there are. */
export const UNCHECKED: Readonly<Partial<Record<ClauseId, Unchecked>>> = {
  'II.B': {
    because: 'JUDGEMENT',
    why: 'operational use is refused when it is stated; what an account is used for beyond that takes a reader',
  },
  'II.C': { because: 'GATE', why: 'nobody is on record without an affiliation' },
  'III.D': {
    because: 'ELSEWHERE',
    why: 'a platform’s accessibility review is checked under IV.B.1; single posts are not on record yet',
  },
  'III.E': {
    because: 'NO_FACTS',
    why: 'posts and their archives are not on record yet; IV.B.4 checks the capture',
  },
  'IV.A.1': { because: 'GATE', why: 'every approval stores the office or the delegation it was made under' },
  'IV.A.2': {
    because: 'ELSEWHERE',
    why: 'no account comes into use without its decisions; the reviews behind a platform’s approval are checked each under its office’s clause',
  },
  'IV.A.4': { because: 'NO_FACTS', why: 'content and its approvals are not on record yet' },
  'IV.A.5': { because: 'ELSEWHERE', why: 'overdue corrective actions are work that goes up the line' },
  'IV.B.2': {
    because: 'ELSEWHERE',
    why: 'granted access that waits for its provisioning is work that goes up the line',
  },
  'IV.C.1': { because: 'ELSEWHERE', why: 'the privacy review of each platform is checked under IV.C.3' },
  'V.B.2': {
    because: 'GATE',
    why: 'no account comes into use without the permission of one and the approval of another person',
  },
  'V.B.4': {
    because: 'GATE',
    why: 'access counts only while its grant does; it ends by its date and with its holder',
  },
  'V.B.6': {
    because: 'GATE',
    why: 'the public list is made from the registry, and a failed publication is work',
  },
  'V.B.7': { because: 'GATE', why: 'nothing here can be marked as private' },
  'V.B.9': { because: 'NO_FACTS', why: 'content and its publication are not on record yet' },
  'V.B.12': {
    because: 'GATE',
    why: 'an exception counts from its first to its last instant alone; what it held open is found again after it',
  },
  VI: {
    because: 'JUDGEMENT',
    why: 'the contact is a setting of the server, which the pages show or say is missing',
  },
  'OIG.1': { because: 'GATE', why: 'the page on how access is given is part of the product' },
  'OIG.2': {
    because: 'ELSEWHERE',
    why: 'the list is the registry; accounts without an owner are found under V.B.5',
  },
}

/** The checks under a clause, in their order. */
export function checksUnder(clause: ClauseId): readonly Check[] {
  return CHECKS.filter((check) => check.clause === clause)
}
