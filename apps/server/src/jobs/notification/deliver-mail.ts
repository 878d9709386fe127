import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { recordMail } from '@official-accounts/commands/notification/record-mail'
import { recordMailOutage } from '@official-accounts/commands/notification/record-mail-outage'
import { runCommand } from '@official-accounts/commands/run-command'
import { runAs } from '@official-accounts/db/actor-settings'
import {
  claimMails,
  readMailBacklog,
  releaseMails,
  type ClaimedMail,
} from '@official-accounts/db/mail-claims'
import type { Actor } from '@official-accounts/domain/access/actor'
import { SYSTEM_SETTINGS } from '../../identity/system-settings.ts'
import type { MailMetrics } from './mail-metrics.ts'
import type { MailTransport } from './mail-transport.ts'
import { wordMail } from './mail-words.ts'

const AT_ONCE = 20
const ACTOR: Actor = { kind: 'SYSTEM', process: 'mail' }
const CALL = { actor: ACTOR, requestId: null }

/** What delivery works with. */
export interface MailDelivery {
  readonly commands: CommandEnvironment
  readonly transport: MailTransport
  readonly publicUrl: string
  readonly metrics: MailMetrics
  /** The time by which mail is due. */
  readonly now: () => Date
}

/**
 * Hands over all mail that is due, and answers with how many were taken. While the server is away nothing is claimed
 * and no mail's own attempts are counted: the outage is recorded, tried again by its own clock, and all is caught up
 * after it. A mail is recorded as sent after the server has taken it: whoever dies in between sends it once more
 * under the same message id, so that each arrives at least once, and twice only then.
 */
export async function deliverMail(delivery: MailDelivery): Promise<number> {
  const { commands, transport, metrics, now } = delivery
  const { client } = commands
  const backlog = await asSystem(() => readMailBacklog(client, now()))
  metrics.setBacklog(backlog)
  if (backlog.due === 0 || !(await isServerThere(delivery))) return 0
  let sent = 0
  for (;;) {
    const claimed = await asSystem(() => claimMails(client, now(), AT_ONCE))
    for (const [index, mail] of claimed.entries()) {
      const outcome = await handOver(delivery, mail)
      if (outcome === 'AWAY') {
        const untried = claimed.slice(index).map(({ mailId }) => mailId)
        await asSystem(() => releaseMails(client, now(), untried))
        metrics.setBacklog(await asSystem(() => readMailBacklog(client, now())))
        return sent
      }
      metrics.mails.inc({ outcome })
      if (outcome === 'SENT') sent += 1
    }
    if (claimed.length === 0) break
  }
  metrics.setBacklog(await asSystem(() => readMailBacklog(client, now())))
  return sent

  async function handOver({ publicUrl }: MailDelivery, mail: ClaimedMail) {
    if (mail.address === null) return record(mail, 'UNADDRESSED', null)
    const handover = await transport.send(mail.address, wordMail(mail, publicUrl))
    if (handover.taken) return record(mail, 'SENT', null)
    const { away, forever, failure } = handover
    if (!away) return record(mail, forever ? 'REFUSED' : 'DELAYED', failure)
    await runCommand(commands, recordMailOutage, CALL, { failure })
    return 'AWAY' as const
  }

  async function record<Outcome extends 'SENT' | 'DELAYED' | 'REFUSED' | 'UNADDRESSED'>(
    { mailId }: ClaimedMail,
    outcome: Outcome,
    failure: string | null,
  ): Promise<Outcome> {
    await runCommand(commands, recordMail, CALL, { mailId, outcome, failure })
    return outcome
  }
}

// Asked before anything is claimed: an outage is one record, and not one failure for each mail.
async function isServerThere({ commands, transport, now }: MailDelivery): Promise<boolean> {
  const outage = await asSystem(() => commands.client.mailOutage.findFirst({ where: { endedAt: null } }))
  if (outage !== null && outage.nextAttemptAt > now()) return false
  const failure = await transport.check()
  if (failure !== null || outage !== null) await runCommand(commands, recordMailOutage, CALL, { failure })
  return failure === null
}

function asSystem<Result>(work: () => Promise<Result>): Promise<Result> {
  return runAs(SYSTEM_SETTINGS, work)
}
