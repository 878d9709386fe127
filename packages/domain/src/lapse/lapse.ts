/** A role or a delegation as its dates are looked at. */
export interface DatedDuty {
  readonly validUntil: Date | null
  readonly revokedAt: Date | null
  /** When what rested on it was ended after its date; null while that waits. */
  readonly endedAt: Date | null
}

/** Whether a role or a delegation has ended by its date, and what rested on it is still to be ended (V.B.5, IV.A.4). */
export function hasRunOut({ validUntil, revokedAt, endedAt }: DatedDuty, now: Date): boolean {
  return revokedAt === null && endedAt === null && validUntil !== null && validUntil <= now
}

/** A granted exception as its dates are looked at. */
export interface DatedException {
  readonly validFrom: Date
  readonly validUntil: Date
  /** When what it lifts was looked at again after it began, and after it ended; null while that waits. */
  readonly begunAt: Date | null
  readonly endedAt: Date | null
}

/** What has happened to an exception by its dates and is still to be looked at. */
export interface ExceptionTurn {
  readonly begins: boolean
  readonly ends: boolean
}

/** What has happened to a granted exception by its dates and is still to be looked at: it began, it ended, or both (V.B.12). */
export function exceptionTurn(exception: DatedException, now: Date): ExceptionTurn {
  const { validFrom, validUntil, begunAt, endedAt } = exception
  return { begins: begunAt === null && validFrom <= now, ends: endedAt === null && validUntil <= now }
}

/** Somebody as the end of their training is looked at. */
export interface TrainedPerson {
  readonly trainingLapsesAt: Date | null
  readonly trainingLapseNotedAt: Date | null
}

/** Whether somebody's training has run out, and the times that follow from it are still to begin (IV.A.3, V.B.5). */
export function isLapseToNote({ trainingLapsesAt, trainingLapseNotedAt }: TrainedPerson, now: Date): boolean {
  return trainingLapseNotedAt === null && trainingLapsesAt !== null && trainingLapsesAt <= now
}

/** An approval of the Chief Privacy Officer as its date is looked at. */
export interface DatedApproval {
  /** The first day on which it is over; null where it holds until it is revoked. */
  readonly expiresOn: Date | null
  /** When what follows from its end was done; null while that waits. */
  readonly endedAt: Date | null
}

/** Whether an approval has run out by its date, and what rested on it is still to be looked at (IV.C.2). */
export function isApprovalToEnd({ expiresOn, endedAt }: DatedApproval, now: Date): boolean {
  return endedAt === null && expiresOn !== null && expiresOn <= now
}
