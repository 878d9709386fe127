import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { insertAccount } from '../support/records.ts'
import { proofs, type Witness } from '../support/proof.ts'
import { createReviewApp, REASON, type ReviewApp } from '../support/review-app.ts'
import { passedReview } from '../support/reviews.ts'

let app: ReviewApp
beforeAll(async () => {
  app = await createReviewApp()
})
afterAll(() => app.close())

const shows = proofs(() => app)

/** A review against a platform stops its approval until the office whose it is, and no other, says otherwise. */
function gatedBy(kind: ReviewKind, office: string, other: string): (witness: Witness) => Promise<void> {
  return async ({ act }) => {
    const platformId = await app.reviewed({ [kind]: { outcome: 'FAILED' } })
    const review = { platformId, ...passedReview(kind) }
    await act('aspa', 'approvePlatform', { platformId })
    await act(other, 'recordPlatformReview', review)
    await act(office, 'recordPlatformReview', review)
    expect((await act('aspa', 'approvePlatform', { platformId })).state).toBe('APPROVED')
  }
}

describe('Offices: the reviews that a platform’s approval rests on', () => {
  shows(
    'IV.B.1',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Chief Information Officer reviews the security of a platform before it is approved',
    gatedBy('SECURITY', 'cio', 'privacy'),
  )
  shows(
    'IV.B.1',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Chief Information Officer reviews the accessibility of a platform before it is approved',
    gatedBy('ACCESSIBILITY', 'cio', 'records'),
  )
  shows(
    'IV.B.4',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Chief Records Officer says how a platform’s records are kept before it is approved',
    gatedBy('RECORDS', 'records', 'privacy'),
  )
  shows(
    'IV.C.3',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Chief Privacy Officer assesses a platform’s risks before it is approved',
    gatedBy('PRIVACY', 'privacy', 'cio'),
  )
  shows(
    'III.I',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'General Counsel reads the terms, and none binds the department without limit',
    gatedBy('TERMS_OF_SERVICE', 'counsel', 'cio'),
  )
  shows(
    'V.A.2',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'General Counsel is heard on the law before a platform is approved',
    gatedBy('COUNSEL', 'counsel', 'crcl'),
  )
})

describe('Offices: platforms first, then every account on them', () => {
  shows(
    'IV.A.2',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Assistant Secretary approves a platform with every review in, and nobody does it instead',
    async ({ act }) => {
      const platformId = await app.reviewed({ SECURITY: null })
      await act('aspa', 'approvePlatform', { platformId })
      await app.record(platformId, 'SECURITY')
      await act('opa', 'approvePlatform', { platformId })
      expect((await act('aspa', 'approvePlatform', { platformId })).state).toBe('APPROVED')
    },
  )
  shows(
    'IV.A.2',
    ['ALLOWED', 'REFUSED', 'WITH_EXCEPTION'],
    'an account comes into use on a platform that is not approved only by an exception in force',
    unapprovedPlatform,
  )
  shows(
    'V.B.1',
    ['ALLOWED', 'REFUSED', 'WITH_EXCEPTION'],
    'only approved platforms are used, but for an exception in force',
    unapprovedPlatform,
  )
  shows(
    'V.B.1',
    ['RIGHT_OFFICE', 'WRONG_OFFICE'],
    'a platform that a statute prohibits is recorded as such by the Assistant Secretary alone',
    async ({ act }) => {
      const platformId = await app.propose()
      const law = { platformId, prohibitedByLaw: 'Test Act', prohibitedOn: '2026-11-01', ...REASON }
      await act('cio', 'prohibitPlatform', law)
      expect((await act('aspa', 'prohibitPlatform', law)).state).toBe('PROHIBITED')
    },
  )
})

async function unapprovedPlatform({ act, except }: Witness): Promise<void> {
  const columns = { platform_id: app.world.platforms['Instagram'], requested_by_id: null }
  const accountId = await insertAccount(app, 'APPROVED', { primary: 'manager-cbp', columns })
  await act('manager-cbp', 'activateAccount', { accountId })
  await except(['V.B.1', 'IV.A.2'], { accountId })
  expect((await act('manager-cbp', 'activateAccount', { accountId })).state).toBe('ACTIVE')
}
