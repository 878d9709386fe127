import type { MailBacklog } from '@official-accounts/db/mail-claims'
import { Counter, Gauge, type Registry } from 'prom-client'

/** What is measured of mail, for whoever operates the server. */
export interface MailMetrics {
  readonly mails: Counter<'outcome'>
  readonly setBacklog: (backlog: MailBacklog) => void
}

/** Makes the measures of mail in a process's registry. */
export function createMailMetrics(registry: Registry): MailMetrics {
  const mails = new Counter({
    name: 'official_accounts_mails_total',
    help: 'Attempts to send a mail, by outcome.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  })
  const waiting = new Gauge({
    name: 'official_accounts_mail_waiting',
    help: 'Notifications whose mail has not gone out, those for a later digest among them.',
    registers: [registry],
  })
  let oldest: Date | null = null
  new Gauge({
    name: 'official_accounts_mail_delay_seconds',
    help: 'Seconds for which the oldest mail that is due has waited; 0 when none is.',
    registers: [registry],
    collect() {
      this.set(oldest === null ? 0 : Math.max(0, (Date.now() - oldest.getTime()) / 1000))
    },
  })
  return {
    mails,
    setBacklog(backlog) {
      waiting.set(backlog.waiting)
      oldest = backlog.oldestDueAt
    },
  }
}
