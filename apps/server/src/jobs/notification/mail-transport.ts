import { createTransport } from 'nodemailer'
import type { MailSettings } from '../../config.ts'
import type { MailWords } from './mail-words.ts'

const CONNECT_MS = 10_000
const ANSWER_MS = 30_000
/** The reply of a server that closes its service (RFC 5321, 3.8). */
const GOING_AWAY = 421

/** What came of handing a mail over. `away` says that the server took nothing because it is not there. */
export type Handover =
  | { readonly taken: true }
  | { readonly taken: false; readonly away: boolean; readonly forever: boolean; readonly failure: string }

/** Whoever takes our mail. */
export interface MailTransport {
  /** Null when the server answers, else what the connection failed with. */
  readonly check: () => Promise<string | null>
  readonly send: (address: string, mail: MailWords) => Promise<Handover>
}

/** A transport over SMTP. A connection serves one mail: nothing is left open between attempts. */
export function smtpTransport({ smtpUrl, from }: MailSettings): MailTransport {
  const timeouts = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: ANSWER_MS }
  const transport = createTransport({
    url: smtpUrl,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async check() {
      try {
        await transport.verify()
        return null
      } catch (error) {
        return failureOf(error)
      }
    },
    async send(address, { subject, text, messageId }) {
      try {
        // Automatic mail says that it is: no mailbox answers it with its owner's absence (RFC 3834).
        const headers = { 'auto-submitted': 'auto-generated' }
        await transport.sendMail({ from, to: address, subject, text, messageId, headers })
        return { taken: true }
      } catch (error) {
        return { taken: false, ...faultOf(error), failure: failureOf(error) }
      }
    },
  }
}

// An address, or a mail as such, is refused alone. All else, such as a login or a sender that is not taken, would meet
// every mail: the server counts as away, and nothing is lost while an administrator looks after it.
function faultOf(error: unknown): { readonly away: boolean; readonly forever: boolean } {
  const code = replyCode(error)
  if (code === null) {
    const isForever = isInvalidAddress(error)
    return { away: !isForever, forever: isForever }
  }
  const command = error instanceof Error && 'command' in error ? error.command : null
  const isOfThisMail = (command === 'RCPT TO' || command === 'DATA') && code !== GOING_AWAY
  return { away: !isOfThisMail, forever: isOfThisMail && code >= 500 }
}

// Never handed over: what stands there can be nobody's address. A sender of that kind is our own setting.
function isInvalidAddress(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EENVELOPE') return false
  return !error.message.startsWith('Invalid sender')
}

// What the server said may name the reader: the code alone is kept.
function failureOf(error: unknown): string {
  const code = replyCode(error)
  if (code !== null) return `The server answered ${code}.`
  if (isInvalidAddress(error)) return 'The address is no e-mail address.'
  const name =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
  return `No connection: ${/^[A-Z_0-9]{1,40}$/.test(name) ? name : 'UNKNOWN'}.`
}

function replyCode(error: unknown): number | null {
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : null
  return typeof code === 'number' ? code : null
}
