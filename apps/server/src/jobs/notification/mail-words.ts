import { noticeWords } from '@official-accounts/domain/notification/notices'

/** What a mail tells: of each notification its kind, what the record is called, and when it happened. */
export interface MailContent {
  readonly mailId: string
  readonly notices: readonly {
    readonly kind: string
    readonly subjectName: string
    readonly createdAt: Date
  }[]
}

/** A mail in words, ready to be handed over. */
export interface MailWords {
  readonly subject: string
  readonly text: string
  readonly messageId: string
}

/**
 * Words a mail in plain text. The subject line says what kind of thing happened, or how many: subject lines are shown
 * on locked screens and kept in logs, so no name of a person, an account or an address stands there. The message id
 * follows from the mail's own, so that the same mail sent twice is known as the same.
 */
export function wordMail({ mailId, notices }: MailContent, publicUrl: string): MailWords {
  const [only] = notices
  const subject =
    notices.length === 1 && only !== undefined
      ? `Official Accounts: ${noticeWords(only.kind)}`
      : `Official Accounts: ${notices.length} notifications`
  const lines = notices.map(
    ({ kind, subjectName, createdAt }) =>
      `- ${oneLine(noticeWords(kind))}: ${oneLine(subjectName)} (${createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC)`,
  )
  const text = [
    ...lines,
    '',
    `Read more: ${publicUrl}/admin/notifications`,
    'How you are told is set on the same page. Nobody reads answers to this message.',
    '',
  ].join('\n')
  return { subject, text, messageId: `<${mailId}@${new URL(publicUrl).hostname}>` }
}

// What somebody typed as a title never becomes a line of its own.
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
