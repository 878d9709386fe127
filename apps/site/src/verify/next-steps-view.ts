import type { Verification } from '@official-accounts/domain/directory/verify'
import { heading, link, list } from './text-elements.ts'
import type { VerifyStrings } from './verify-strings.ts'

/** What to do with the answer, in words, and where to do it. */
export function nextStepsView(answer: Verification, strings: VerifyStrings): Element[] {
  const steps = strings.steps[answer.outcome].map((step) => [step])
  const links = linksFor(answer, strings).map((element) => [element])
  return [heading(strings.next), list('', steps), ...(links.length > 0 ? [list('link-list', links)] : [])]
}

function linksFor({ outcome, entry, successor, platform }: Verification, strings: VerifyStrings): Element[] {
  const { paths, links } = strings
  const accountPath = (slug: string) => `${paths.accounts}${encodeURIComponent(slug)}/`
  const entryLinks = entry ? [link(accountPath(entry.slug), links.entry)] : []
  const impostor = link(paths.impostor, links.impostor)
  switch (outcome) {
    case 'OFFICIAL':
    case 'SUSPENDED':
      return entryLinks
    case 'FORMERLY_OFFICIAL':
      return successor === null ? entryLinks : [...entryLinks, link(accountPath(successor), links.successor)]
    case 'PROHIBITED_PLATFORM':
      return platform === null
        ? [impostor]
        : [link(`${paths.platforms}${encodeURIComponent(platform)}/`, links.platform), impostor]
    case 'NOT_LISTED':
    case 'UNKNOWN_PLATFORM':
      return [link(paths.missing, links.missing), impostor]
    case 'NOT_AN_ACCOUNT':
      return []
  }
}
