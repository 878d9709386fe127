import { LOGIN_MODELS, STATED_USES } from '@official-accounts/domain/account/account'
import { ACCOUNT_TEXTS } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { z } from 'zod'
import { nameText } from '../name-text.ts'

/** A text of at most `most` characters, trimmed; empty counts as not given. */
function text(most: number) {
  return z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString('en-US')} characters.`)
    .transform((value) => (value === '' ? null : value))
    .nullish()
    .transform((value) => value ?? null)
}

const link = z
  .string()
  .trim()
  .max(2000, 'At most 2,000 characters.')
  .refine(isHttpsLink, 'An address that begins with https://.')
  .nullish()
  .transform((value) => value ?? null)

const language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag such as en or es-419.')
  .nullish()
  .transform((value) => value ?? null)

const topics = z
  .array(nameText(60, 'A topic is not empty.'))
  .max(20, 'At most 20 topics.')
  .nullish()
  .transform((value) => [...new Set(value ?? [])])

/** What may be said about an account, in a request and later. Links are https only. */
export const accountDetails = {
  title: nameText(200, 'Name the account.'),
  purpose: text(4000),
  audience: text(2000),
  language,
  topics,
  administrators: z
    .int()
    .min(0, 'Not less than 0.')
    .max(1000, 'At most 1,000.')
    .nullish()
    .transform((value) => value ?? null),
  officialOutletUrl: link,
  commentPolicyUrl: link,
  privacyNoticeUrl: link,
  recordsCaptureMethod: text(2000),
}

/** In which of its texts somebody states that a person is named; none when not given (IV.C.2). */
export const namesPersonIn = z
  .array(z.enum(ACCOUNT_TEXTS))
  .max(10, 'At most 10.')
  .nullish()
  .transform((texts) => [...new Set(texts ?? [])])

/** What a request says beyond that. */
export const requestDetails = {
  ...accountDetails,
  namesPersonIn,
  profileUrl: z.string().min(1, 'Give the address of the account.').max(2000, 'At most 2,000 characters.'),
  useCategory: z.enum(STATED_USES),
  missionArea: text(200),
  justification: text(4000),
  loginModel: z
    .enum(LOGIN_MODELS)
    .nullish()
    .transform((value) => value ?? 'OFFICIAL'),
}

/** The version of the form a request answers, the one in force when not given, and its answers; empty ones drop out. */
export const formFields = {
  formVersion: z
    .int()
    .nullish()
    .transform((value) => value ?? null),
  answers: z
    .array(
      z.object({ key: z.string().max(40), value: z.string().trim().max(4000, 'At most 4,000 characters.') }),
    )
    .max(60, 'At most 60 answers.')
    .nullish()
    .transform((answers) => (answers ?? []).filter(({ value }) => value !== '')),
}

function isHttpsLink(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === ''
}
