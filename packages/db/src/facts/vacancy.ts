import type { Prisma } from '../generated/client/client.ts'

/**
 * The contacts who answer for their account at an instant, as answersFor() says of one: they may act here, and their
 * training is current unless an exception in force lifts that (V.B.5, IV.A.3, V.B.12).
 */
export function answeringAt(now: Date): Prisma.ContactWhereInput {
  const inForce = { validFrom: { lte: now }, validUntil: { gt: now } }
  return {
    endedAt: null,
    person: { state: 'ACTIVE' },
    OR: [
      { person: { trainingLapsesAt: null } },
      { person: { trainingLapsesAt: { gt: now } } },
      { account: { trainingExceptions: { some: inForce } } },
    ],
  }
}

/** The accounts that need somebody to answer for them and have nobody at an instant, as isVacant() says of one. */
export function vacantAt(now: Date): Prisma.AccountWhereInput {
  const answered = { contacts: { some: { role: 'PRIMARY' as const, ...answeringAt(now) } } }
  return { AND: [{ state: { in: ['ACTIVE', 'SUSPENDED', 'RETIRING'] } }, { NOT: answered }] }
}
