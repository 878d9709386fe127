import type { Directory, DirectoryEntry } from '@official-accounts/domain/directory/directory'
import type { DateRefusal, Verification } from '@official-accounts/domain/directory/verify'
import { describeVerification } from '@official-accounts/domain/directory/verify-messages'
import { nextStepsView } from './next-steps-view.ts'
import { heading, link, list, paragraph } from './text-elements.ts'
import { understoodView } from './understood-view.ts'
import type { VerifyStrings } from './verify-strings.ts'

/** The answer as elements: what it is, what was understood, what is near it, what to do next. */
export function verificationView(
  answer: Verification | DateRefusal,
  directory: Directory,
  strings: VerifyStrings,
): DocumentFragment {
  const view = document.createDocumentFragment()
  const message = paragraph(describeVerification(answer.message, strings.language))
  if (answer.refused) {
    view.append(box('standing--plain', [message]))
    return view
  }
  const outcome = paragraph(strings.outcomes[answer.outcome], 'verify-outcome')
  view.append(box(toneOf(answer), [outcome, message, ...noticeView(answer, strings)]))
  if (answer.matches.length > 1) {
    const items = answer.matches.map((entry) => entryItem(entry, entry.component, directory, strings))
    view.append(heading(strings.matches), list('link-list', items))
  }
  if (answer.similar.length > 0) {
    const items = answer.similar.map(({ entry, reason }) =>
      entryItem(entry, `${entry.component}: ${strings.reasons[reason]}`, directory, strings),
    )
    view.append(heading(strings.similar), list('link-list', items))
  }
  view.append(...nextStepsView(answer, strings), ...understoodView(answer, directory, strings))
  return view
}

// The department's own words stay in their language.
function noticeView({ outcome, entry }: Verification, strings: VerifyStrings): readonly Node[] {
  const notice = entry?.notice
  if (!notice) return []
  const text = paragraph(notice.text, 'verify-notice')
  text.lang = notice.language
  const about = outcome === 'OFFICIAL' ? strings.recovering : strings.notice
  return [paragraph(about, 'verify-outcome'), text]
}

function toneOf({ outcome }: Verification): string {
  if (outcome === 'OFFICIAL') return 'standing--official'
  return outcome === 'SUSPENDED' || outcome === 'FORMERLY_OFFICIAL' ? 'standing--warning' : 'standing--plain'
}

function box(className: string, children: readonly Node[]): HTMLDivElement {
  const element = document.createElement('div')
  element.className = `standing ${className}`
  element.append(...children)
  return element
}

function entryItem(
  entry: DirectoryEntry,
  about: string,
  { platforms }: Directory,
  { paths }: VerifyStrings,
): (Node | string)[] {
  const platform = platforms.find(({ slug }) => slug === entry.platform)?.name ?? entry.platform
  const href = `${paths.accounts}${encodeURIComponent(entry.slug)}/`
  return [link(href, `${entry.handle} · ${platform}`), ` ${about}`]
}
