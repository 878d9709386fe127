// What may begin or end a time: who answers, which state, what lifts a clause, and what times are measured by.
const AFFECTS_TIMERS = /^(account|person|role|exception|training|migration|policy-setting|security-policy)\./

/** Whether an event may begin or end a time that runs against an account. */
export function affectsTimers(eventType: string): boolean {
  return AFFECTS_TIMERS.test(eventType)
}
