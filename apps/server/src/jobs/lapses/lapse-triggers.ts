// What may set a date from which something follows: of a role, a delegation, an exception or training, and who answers
// for accounts.
const AFFECTS_LAPSES = /^(role|delegation|exception|training|person|account|migration)\./

/** Whether an event may have set a date from which something follows. */
export function affectsLapses(eventType: string): boolean {
  return AFFECTS_LAPSES.test(eventType)
}
