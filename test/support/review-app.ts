import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import { expect } from 'vitest'
import { act, type Outcome } from './act.ts'
import { createTestApp, type TestApp } from './create-test-app.ts'
import { nextNumber, rulesFor } from './records.ts'
import { OFFICES, passedReview } from './reviews.ts'

const START = new Date('2026-11-22T09:00:00Z')
const DAY_MS = 86_400_000

export const REASON = { reason: 'Because the test says so.' }

/** The clauses a refusal cites. */
export const clauseIds = ({ clauses }: Outcome) => clauses.map(({ id }) => id)

/** The inputs a refusal names, sorted. */
export const paths = ({ issues }: Outcome) => issues.map(({ path }) => path).sort()

const REVIEWS = `reviews { kind office outcome dueOn expiresOn openedBecause overdue expired
  changes { field before after } report { id textSha256 textDatedOn indemnification threshold
    assessment { sharing } coverage { use platform { id } } } }`

/** The product on 22 November 2026, with what tests of reviews do again and again. */
export interface ReviewApp extends TestApp {
  /** Goes to so many days after the start. */
  later(days: number): void
  /** A new proposal by Public Affairs; its global id. */
  propose(): Promise<string>
  /** The office of a review passes it, or says otherwise. */
  record(platformId: string, kind: ReviewKind, changes?: object): Promise<Outcome>
  /** A proposed platform with every review passed but those said to be otherwise, or left out by null. */
  reviewed(otherwise?: Partial<Record<ReviewKind, object | null>>): Promise<string>
  // oxlint-disable-next-line typescript/no-explicit-any
  reviewsOf(platformId: string): Promise<Map<string, any>>
  slugOf(platformId: string): Promise<string>
}

export async function createReviewApp(): Promise<ReviewApp> {
  let now = START
  const app = await createTestApp({ at: () => now })
  async function propose(): Promise<string> {
    const number = nextNumber()
    const host = `reviewed${number}.example`
    const input = { name: `Reviewed ${number}`, homepageUrl: `https://${host}/`, purpose: 'To be heard.' }
    return (await act(app, 'opa', 'proposePlatform', { ...input, rules: rulesFor(host) })).id
  }
  function record(platformId: string, kind: ReviewKind, changes: object = {}): Promise<Outcome> {
    const persona = OFFICES.find(([named]) => named === kind)?.[1] ?? ''
    return act(app, persona, 'recordPlatformReview', { platformId, ...passedReview(kind), ...changes })
  }
  return {
    ...app,
    propose,
    record,
    later: (days) => void (now = new Date(START.getTime() + days * DAY_MS)),
    async reviewed(otherwise = {}) {
      const platformId = await propose()
      for (const [kind] of OFFICES) {
        const changes = otherwise[kind]
        if (changes !== null) expect((await record(platformId, kind, changes)).code).toBeUndefined()
      }
      return platformId
    },
    async reviewsOf(platformId) {
      const document = `query ($id: ID!) { platform(id: $id) { ${REVIEWS} } }`
      const answer = await app.as('aspa', document, { id: platformId })
      expect(answer.errors).toBeUndefined()
      const reviews: { kind: string }[] = answer.data.platform.reviews
      return new Map(reviews.map((review) => [review.kind, review]))
    },
    async slugOf(platformId) {
      const document = 'query ($id: ID!) { platform(id: $id) { slug } }'
      return (await app.as('aspa', document, { id: platformId })).data.platform.slug
    },
  }
}
