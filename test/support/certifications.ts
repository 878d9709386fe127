import { expect } from 'vitest'
import { act, type Outcome } from './act.ts'
import { openPart, type ArrangedPart } from './arrangements/certification.ts'
import type { TestApp } from './create-test-app.ts'
import { insertAccount } from './records.ts'

const DAY = 86_400_000
/** When the certifications of tests are opened. */
export const START = new Date('2030-03-01T09:00:00Z')

/** So many days after the start. */
export function at(days: number): Date {
  return new Date(START.getTime() + days * DAY)
}

/** The same as a date. */
export function day(days: number): string {
  return at(days).toISOString().slice(0, 10)
}

const YES = { answers: [{ key: 'still-needed', value: 'YES' }] }

const CERTIFICATION = `query ($id: ID!) { certification(id: $id) {
  state accountCount answeredCount resultSha256 result overdueSince
  questions { key text clause { id } }
  parts { id state overdueSince accountCount answeredCount component { code } decisions { kind reason role } }
} }`

const ANSWERS = `query ($part: ID!) { certificationAnswers(filter: { part: $part }) { totalCount edges { node {
  id state unchanged returnReason changedSince
  answers { key value } lastAnswers { key value }
  account { id } availableActions { action allowed blockedBy { code message } }
} } } }`

/** What people do with a certification of one account of CBP, each a mutation of its own. */
export function certificationActs(appOf: () => TestApp) {
  const run = (by: string, name: string, input: object): Promise<Outcome> => act(appOf(), by, name, input)
  const acts = {
    answer: ({ partId, accountId }: ArrangedPart, by = 'manager-cbp', given: object = YES) =>
      run(by, 'answerCertification', { partId, accountId, ...given }),
    certify: ({ partId }: ArrangedPart, by = 'director-cbp') => run(by, 'certifyComponent', { partId }),
    close: ({ certificationId }: ArrangedPart, by = 'opa') =>
      run(by, 'closeCertification', { certificationId }),
    confirm: ({ partId, accountId }: ArrangedPart, by = 'manager-cbp') =>
      run(by, 'confirmUnchanged', { partId, accountId }),
    open: async (more: object = {}): Promise<ArrangedPart> =>
      openPart(appOf(), 'CBP', await insertAccount(appOf(), 'ACTIVE'), { dueOn: day(30), ...more }),
    async answered(): Promise<ArrangedPart> {
      const part = await acts.open()
      expect((await acts.answer(part)).code).toBeUndefined()
      return part
    },
    /** Certified, closed, and asked the same again. */
    async again(questions?: readonly object[]): Promise<ArrangedPart> {
      const first = await acts.answered()
      await acts.certify(first)
      await acts.close(first)
      const asked = { dueOn: day(60), ...(questions ? { questions } : {}) }
      return openPart(appOf(), 'CBP', first.accountId, asked)
    },
    async look(id: string, by = 'opa') {
      const { data, errors } = await appOf().as(by, CERTIFICATION, { id })
      expect(errors).toBeUndefined()
      return data.certification
    },
    async rows({ partId }: ArrangedPart, by = 'director-cbp') {
      const { data, errors } = await appOf().as(by, ANSWERS, { part: partId })
      expect(errors).toBeUndefined()
      return data.certificationAnswers.edges.map(({ node }: { node: unknown }) => node)
    },
  }
  return acts
}
