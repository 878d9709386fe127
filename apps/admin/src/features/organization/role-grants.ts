import type { GrantRow } from './person.documents.ts'

/** Whether a role is held at an instant. */
export function isHeld({ revokedAt, validFrom, validUntil }: GrantRow, now: Date): boolean {
  const at = now.toISOString()
  return revokedAt === null && validFrom <= at && (validUntil === null || validUntil > at)
}

/** A role with its component, in words. */
export function grantWords({ title, component }: GrantRow): string {
  return component === null ? title : `${title}, ${component.code}`
}
