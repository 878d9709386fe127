import type { Directory, DirectoryEntry } from '@official-accounts/domain/directory/directory'
import type { DateRefusal, Verification } from '@official-accounts/domain/directory/verify'
import { describeVerification } from '@official-accounts/domain/directory/verify-messages'
import type { VerifyStrings } from './verify-strings.ts'

const unlisted: readonly string[] = ['NOT_LISTED', 'PROHIBITED_PLATFORM', 'UNKNOWN_PLATFORM']

/** The answer as elements. Everything that repeats input is set as text, never as markup. */
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
  view.append(box(toneOf(answer), [outcome, message, ...understoodLine(answer, strings)]))
  const matched = answer.matches.length > 1
  if (matched) view.append(...entryList(strings.matches, answer.matches, directory, strings))
  else if (answer.entry) view.append(onItsOwn(entryLink(answer.entry, strings.seeAccount, strings)))
  const similar = answer.similar.map((lookalike) => lookalike.entry)
  if (similar.length > 0) view.append(...entryList(strings.similar, similar, directory, strings))
  if (unlisted.includes(answer.outcome)) view.append(nextStep(strings))
  return view
}

function onItsOwn(child: Node): HTMLParagraphElement {
  const element = paragraph('')
  element.append(child)
  return element
}

/** A paragraph of plain text. */
export function paragraph(text: string, className = ''): HTMLParagraphElement {
  const element = document.createElement('p')
  element.textContent = text
  if (className !== '') element.className = className
  return element
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

function understoodLine({ understood }: Verification, strings: VerifyStrings): HTMLElement[] {
  if (understood.length !== 1) return []
  const addresses = understood.map((account) => account.canonicalUrl)
  return [paragraph(`${strings.understood} ${addresses.join(', ')}`, 'address')]
}

function entryList(
  heading: string,
  entries: readonly DirectoryEntry[],
  { platforms }: Directory,
  strings: VerifyStrings,
): Element[] {
  const title = document.createElement('h3')
  title.textContent = heading
  const list = document.createElement('ul')
  list.className = 'link-list'
  for (const entry of entries) {
    const platform = platforms.find(({ slug }) => slug === entry.platform)?.name ?? entry.platform
    const item = document.createElement('li')
    item.append(entryLink(entry, `${entry.handle} · ${platform}`, strings), ` ${entry.component}`)
    list.append(item)
  }
  return [title, list]
}

function entryLink(entry: DirectoryEntry, text: string, { accountsPath }: VerifyStrings): HTMLAnchorElement {
  return link(`${accountsPath}${encodeURIComponent(entry.slug)}/`, text)
}

function nextStep({ next, nextLink, contactPath }: VerifyStrings): HTMLParagraphElement {
  const element = paragraph(`${next} `)
  element.append(link(contactPath, nextLink))
  return element
}

function link(href: string, text: string): HTMLAnchorElement {
  const element = document.createElement('a')
  element.className = 'usa-link'
  element.href = href
  element.textContent = text
  return element
}
