import { checkLoginModel } from '../account/account-rules.ts'
import { isVacant, needsContact, type AccountState } from '../account/account.ts'
import type { ClauseId } from '../directive/clauses.ts'
import { checkPlatformUsable } from '../platform/platform-rules.ts'
import { findLawGaps } from '../law-checklist/law-shortfall.ts'
import { checkNamesCleared } from '../privacy-approval/privacy-gate.ts'
import {
  NAMES_PERSON,
  type AccountCheck,
  type AccountStanding,
  type AccountSubject,
  type Shortfall,
} from './compliance.ts'
import { CONDUCT_CHECKS } from './conduct-checks.ts'
import { MODERATION_CHECKS } from './moderation-checks.ts'
import { fromRefusal } from './shortfall.ts'

/** Fewer people than this may not hold an account alone (IV.B.3). */
export const FEWEST_ADMINISTRATORS = 2

const RUNS: readonly AccountState[] = ['ACTIVE', 'SUSPENDED']
const isActive = ({ state }: AccountStanding) => state === 'ACTIVE'
const isRunning = ({ state }: AccountStanding) => RUNS.includes(state)
const isHeld = ({ state }: AccountStanding) => needsContact(state)
const isForThePublic = (account: AccountStanding) =>
  isRunning(account) && account.useCategory === 'PUBLIC_COMMUNICATION'

/** What every account is asked, in the Directive's order; the facts are those the registry keeps. */
export const ACCOUNT_CHECKS: readonly AccountCheck[] = [
  {
    kind: 'ACCOUNT',
    code: 'PLATFORM_NOT_APPROVED',
    clause: 'V.B.1',
    severity: 'HIGH',
    title: 'An active account stands on a platform that is approved',
    asks: isActive,
    find: ({ platform }) => fromRefusal(checkPlatformUsable(platform), 'V.B.1'),
  },
  {
    kind: 'ACCOUNT',
    code: 'POC_VACANT',
    clause: 'V.B.5',
    severity: 'HIGH',
    title: 'The account has an active primary contact',
    asks: isHeld,
    find: (account, now) =>
      isVacant(account, now) ? { message: vacancyText(account), clauses: ['V.B.5'] } : null,
  },
  {
    kind: 'ACCOUNT',
    code: 'PERSONAL_LOGIN',
    clause: 'V.B.8',
    severity: 'HIGH',
    title: 'A personal login is used only where the platform demands one, and never by one person alone',
    asks: isRunning,
    find: (account) => fromRefusal(checkLoginModel(account), 'V.B.8'),
  },
  {
    kind: 'ACCOUNT',
    code: NAMES_PERSON,
    clause: 'IV.C.2',
    severity: 'HIGH',
    title: 'No text of the account names a person without the Chief Privacy Officer’s approval',
    asks: isRunning,
    find: ({ names }, now) => fromRefusal(checkNamesCleared(names, now), 'IV.C.2'),
  },
  {
    kind: 'ACCOUNT',
    code: 'FEW_ADMINISTRATORS',
    clause: 'IV.B.3',
    severity: 'MEDIUM',
    title: 'At least two people administer the account',
    asks: isRunning,
    find: ({ administrators }) => findFewAdministrators(administrators),
  },
  {
    kind: 'ACCOUNT',
    code: 'NO_PURPOSE',
    clause: 'V.B.3',
    severity: 'MEDIUM',
    title: 'The account’s mission purpose is recorded',
    asks: isRunning,
    find: ({ purpose }) => unrecorded(purpose, 'No mission purpose is recorded.', 'V.B.3'),
  },
  {
    kind: 'ACCOUNT',
    code: 'NO_OFFICIAL_OUTLET',
    clause: 'V.B.10',
    severity: 'MEDIUM',
    title: 'The account names an official outlet beside the platform',
    asks: isRunning,
    find: ({ officialOutletUrl }) =>
      unrecorded(officialOutletUrl, 'No official outlet beside the platform is recorded.', 'V.B.10'),
  },
  {
    kind: 'ACCOUNT',
    code: 'UNUSED',
    clause: 'V.B.11',
    severity: 'MEDIUM',
    title: 'An active account is not known to be gone from its platform',
    asks: isActive,
    find: ({ observedStatus }) =>
      observedStatus === 'GONE'
        ? { message: 'It is active here and was last seen gone from its platform.', clauses: ['V.B.11'] }
        : null,
  },
  {
    kind: 'ACCOUNT',
    code: 'NO_COMMENT_POLICY',
    clause: 'V.A.2',
    severity: 'LOW',
    title: 'The account names the comment policy it follows',
    asks: isForThePublic,
    find: ({ commentPolicyUrl }) => unrecorded(commentPolicyUrl, 'No comment policy is recorded.', 'V.A.2'),
  },
  {
    kind: 'ACCOUNT',
    code: 'LAW_CHECKLIST_OPEN',
    clause: 'V.A.2',
    severity: 'MEDIUM',
    title: 'The account’s checklist of law and policy is answered, and every answer is in order',
    asks: isActive,
    find: findLawGaps,
  },
  {
    kind: 'ACCOUNT',
    code: 'NO_PRIVACY_NOTICE',
    clause: 'III.H',
    severity: 'MEDIUM',
    title: 'The account names its privacy notice',
    asks: isForThePublic,
    find: ({ privacyNoticeUrl }) => unrecorded(privacyNoticeUrl, 'No privacy notice is recorded.', 'III.H'),
  },
  {
    kind: 'ACCOUNT',
    code: 'NO_RECORDS_CAPTURE',
    clause: 'IV.B.4',
    severity: 'MEDIUM',
    title: 'How the account’s records are captured is recorded',
    asks: isRunning,
    find: ({ recordsCaptureMethod }) =>
      unrecorded(recordsCaptureMethod, 'How its records are captured is not recorded.', 'IV.B.4'),
  },
  ...CONDUCT_CHECKS,
  ...MODERATION_CHECKS,
]

function unrecorded(value: string | null, message: string, clause: ClauseId): Shortfall | null {
  return isBlank(value) ? { message, clauses: [clause] } : null
}

function isBlank(value: string | null): boolean {
  return value === null || value.trim() === ''
}

function vacancyText({ imported, claimed, contacts }: AccountSubject): string {
  if (imported && !claimed)
    return 'It was imported and nobody has claimed it: no primary contact answers for it.'
  const primary = contacts.find(({ role }) => role === 'PRIMARY')
  if (!primary) return 'It has no primary contact.'
  return primary.personActive
    ? 'The training of its primary contact has run out (IV.A.3).'
    : 'Its primary contact may no longer act.'
}

function findFewAdministrators(administrators: number | null): Shortfall | null {
  if (administrators === null)
    return { message: 'How many people administer it is not recorded.', clauses: ['IV.B.3'] }
  if (administrators >= FEWEST_ADMINISTRATORS) return null
  const message = `It has ${administrators} administrator${administrators === 1 ? '' : 's'}, not ${FEWEST_ADMINISTRATORS}.`
  return { message, clauses: ['IV.B.3'] }
}
