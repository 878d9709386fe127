import { changeInput, creationInput } from '../../mutation-input.ts'
import { AccountTextEnum } from '../privacy-approval/enums.ts'
import { formAnswers } from '../request-form/answer-input.ts'
import {
  CivilRightsAdviceEnum,
  LoginModelEnum,
  ObservedStatusEnum,
  SecurityAnswerEnum,
  UseCategoryEnum,
} from './enums.ts'

const NAMES_PERSON =
  'In which of its texts a person is named (IV.C.2). What is noticed besides is kept too; none when not given.'

export const RequestAccountInput = creationInput(
  'RequestAccountInput',
  'A request for an account (V.B.2, V.B.3).',
  (t) => ({
    componentId: t.id({ required: true, description: 'Whose account it would be.' }),
    profileUrl: t.string({
      required: true,
      description: 'Its address on the platform; says which platform and handle.',
    }),
    title: t.string({ required: true, description: 'Its name.' }),
    useCategory: t.field({
      type: UseCategoryEnum,
      required: true,
      description: 'What it would be used for (II.B).',
    }),
    purpose: t.string({ description: 'The mission purpose (V.B.3).' }),
    missionArea: t.string({ description: 'The mission area it serves (V.B.3).' }),
    justification: t.string({ description: 'Why no existing account serves (V.B.3).' }),
    audience: t.string({ description: 'Whom it would speak to.' }),
    language: t.string({ description: 'A language tag such as en or es.' }),
    topics: t.stringList({ description: 'What it would be about.' }),
    loginModel: t.field({
      type: LoginModelEnum,
      description: 'How people would sign in to it; official when not given (V.B.8).',
    }),
    administrators: t.int({ description: 'How many would administer it (V.B.8).' }),
    officialOutletUrl: t.string({
      description: 'The official outlet that carries the same information (V.B.10).',
    }),
    commentPolicyUrl: t.string({ description: 'Its comment policy.' }),
    privacyNoticeUrl: t.string({ description: 'Its privacy notice (M-10-23).' }),
    recordsCaptureMethod: t.string({ description: 'How its records would be captured.' }),
    namesPersonIn: t.field({ type: [AccountTextEnum], description: NAMES_PERSON }),
    ...formAnswers(t),
  }),
)

export const ResubmitAccountRequestInput = changeInput(
  'ResubmitAccountRequestInput',
  'A request reworked; every field as it shall be.',
  (t) => ({
    accountId: t.id({ required: true, description: 'The request.' }),
    title: t.string({ required: true, description: 'Its name.' }),
    purpose: t.string({ description: 'The mission purpose (V.B.3).' }),
    missionArea: t.string({ description: 'The mission area it serves (V.B.3).' }),
    justification: t.string({ description: 'Why no existing account serves (V.B.3).' }),
    audience: t.string({ description: 'Whom it would speak to.' }),
    language: t.string({ description: 'A language tag such as en or es.' }),
    topics: t.stringList({ description: 'What it would be about.' }),
    loginModel: t.field({ type: LoginModelEnum, description: 'How people would sign in to it (V.B.8).' }),
    administrators: t.int({ description: 'How many would administer it (V.B.8).' }),
    officialOutletUrl: t.string({ description: 'The official outlet (V.B.10).' }),
    commentPolicyUrl: t.string({ description: 'Its comment policy.' }),
    privacyNoticeUrl: t.string({ description: 'Its privacy notice (M-10-23).' }),
    recordsCaptureMethod: t.string({ description: 'How its records would be captured.' }),
    namesPersonIn: t.field({ type: [AccountTextEnum], description: NAMES_PERSON }),
    ...formAnswers(t),
    reason: t.string({ description: 'What was changed and why.' }),
  }),
)

export const UpdateAccountInput = changeInput(
  'UpdateAccountInput',
  'What is known about an account; every field as it shall be.',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    title: t.string({ required: true, description: 'Its name.' }),
    purpose: t.string({ description: 'The mission purpose (V.B.3).' }),
    audience: t.string({ description: 'Whom it speaks to.' }),
    language: t.string({ description: 'A language tag such as en or es.' }),
    topics: t.stringList({ description: 'What it is about.' }),
    administrators: t.int({ description: 'How many administer it (V.B.8).' }),
    officialOutletUrl: t.string({ description: 'The official outlet (V.B.10).' }),
    commentPolicyUrl: t.string({ description: 'Its comment policy.' }),
    privacyNoticeUrl: t.string({ description: 'Its privacy notice (M-10-23).' }),
    recordsCaptureMethod: t.string({ description: 'How its records are captured.' }),
    namesPersonIn: t.field({ type: [AccountTextEnum], description: NAMES_PERSON }),
    observedStatus: t.field({
      type: ObservedStatusEnum,
      description: 'What was seen of it on the platform; unchanged when not given.',
    }),
  }),
)

export const AccountDecisionInput = changeInput('AccountDecisionInput', 'A decision on an account.', (t) => ({
  accountId: t.id({ required: true, description: 'The account.' }),
  reason: t.string({
    description: 'Why; demanded of returns, denials, suspensions, reinstatements and retirements.',
  }),
}))

export const AttestAccountSecurityInput = changeInput(
  'AttestAccountSecurityInput',
  'What the Chief Information Officer says of a request’s security (IV.B.3).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The request.' }),
    attestation: t.field({
      type: SecurityAnswerEnum,
      description: 'Attested or not; attested when not given.',
    }),
    reason: t.string({ description: 'What was looked at; demanded where it is not attested.' }),
  }),
)

export const RecordAccountAdviceInput = changeInput(
  'RecordAccountAdviceInput',
  'What Civil Rights and Civil Liberties advises on a request (IV.D.1).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The request.' }),
    advice: t.field({ type: CivilRightsAdviceEnum, required: true, description: 'For or against it.' }),
    reason: t.string({ required: true, description: 'Why, and under which conditions.' }),
  }),
)

export const AccountInput = changeInput('AccountInput', 'An account.', (t) => ({
  accountId: t.id({ required: true, description: 'The account.' }),
}))

export const RenameAccountInput = changeInput(
  'RenameAccountInput',
  'The new address of an account.',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    profileUrl: t.string({ required: true, description: 'Its new address on the same platform.' }),
    namesPerson: t.boolean({ description: 'Whether the new handle names a person (IV.C.2).' }),
  }),
)

export const ClaimAccountInput = changeInput(
  'ClaimAccountInput',
  'An imported account to claim (V.B.5).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    personId: t.id({ description: 'Who answers for it from now on; you, when not given.' }),
  }),
)

export const ContactInput = changeInput(
  'ContactInput',
  'Somebody who shall answer for an account (V.B.5).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    personId: t.id({ required: true, description: 'Who.' }),
  }),
)

export const EndContactInput = changeInput(
  'EndContactInput',
  'Somebody who no longer answers for an account (V.B.8).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    personId: t.id({ required: true, description: 'Who.' }),
    reason: t.string({ required: true, description: 'Why.' }),
    withoutSuccessor: t.boolean({
      description:
        'That a primary contact ends with nobody to follow, so that the time to the suspension begins (V.B.5).',
    }),
  }),
)

export const HandOverContactInput = changeInput(
  'HandOverContactInput',
  'Somebody to whom control of an account passes (V.B.8).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    personId: t.id({ required: true, description: 'The successor.' }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

export const ConfirmDeactivationInput = changeInput(
  'ConfirmDeactivationInput',
  'That an account is gone from the platform (V.B.11).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    observation: t.string({ required: true, description: 'What was seen on the platform.' }),
  }),
)

export const ConfirmArchiveInput = changeInput(
  'ConfirmArchiveInput',
  'That an account’s records are archived (V.B.11).',
  (t) => ({
    accountId: t.id({ required: true, description: 'The account.' }),
    archiveLocation: t.string({ required: true, description: 'Where the archive is kept.' }),
    archiveSha256: t.string({ required: true, description: 'Its SHA-256, 64 hexadecimal digits.' }),
  }),
)
