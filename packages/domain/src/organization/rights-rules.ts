import { personIdOf, type Actor } from '../access/actor.ts'
import { policyRefusal, type Refusal } from '../errors.ts'

/** Nobody decides on their own rights (IV.A.5, V.B.2). */
export function checkNotOwnRights(actor: Actor, personId: string): Refusal | null {
  return personIdOf(actor) === personId
    ? policyRefusal('Nobody decides on their own rights.', 'IV.A.5', 'V.B.2')
    : null
}
