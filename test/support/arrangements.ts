import { accessGrantArrangements } from './arrangements/access-grant.ts'
import { accountArrangements } from './arrangements/account.ts'
import { delegationArrangements } from './arrangements/delegation.ts'
import { directoryArrangements } from './arrangements/directory.ts'
import { discoveredAccountArrangements } from './arrangements/discovered-account.ts'
import { exceptionArrangements } from './arrangements/exception.ts'
import { migrationArrangements } from './arrangements/migration.ts'
import { organizationArrangements } from './arrangements/organization.ts'
import { platformArrangements } from './arrangements/platform.ts'
import { requestFormArrangements } from './arrangements/request-form.ts'
import type { Arrange } from './arrangements/arrange.ts'

/** For every mutation a record on which it succeeds. */
export const ARRANGEMENTS: Readonly<Record<string, Arrange>> = {
  ...accessGrantArrangements,
  ...accountArrangements,
  ...delegationArrangements,
  ...directoryArrangements,
  ...discoveredAccountArrangements,
  ...exceptionArrangements,
  ...migrationArrangements,
  ...organizationArrangements,
  ...platformArrangements,
  ...requestFormArrangements,
}

/** The arrangement of a mutation; a mutation without one fails the test that asks. */
export function arrangementOf(mutation: string): Arrange {
  const arrange = ARRANGEMENTS[mutation]
  if (arrange === undefined) throw new Error(`No arrangement is known for ${mutation}.`)
  return arrange
}
