import type { Logger } from 'pino'
import { deliverMail, type MailDelivery } from './deliver-mail.ts'

const EVERY_MS = 30_000

/** Delivers mail until it is stopped. */
export interface Mailer {
  /** Delivers soon, because there is something new. */
  readonly poke: () => void
  /** Ends after the mail under way. */
  readonly stop: () => Promise<void>
}

/**
 * Looks for due mail every half minute, and whenever it is poked; one round at a time. A fault is logged and the next
 * round tries again: nothing that waits is lost. Several processes may run one each.
 */
export function startMailer(delivery: MailDelivery, log: Logger): Mailer {
  let open = true
  let wanted = false
  let round: Promise<void> | null = null
  const timer = setInterval(poke, EVERY_MS)
  poke()
  return {
    poke,
    async stop() {
      open = false
      clearInterval(timer)
      await round
    },
  }

  function poke(): void {
    wanted = true
    round ??= run()
  }

  async function run(): Promise<void> {
    while (wanted && open) {
      wanted = false
      await deliverMail(delivery).catch((error: unknown) => log.error({ event: 'mail', err: error }))
    }
    round = null
  }
}
