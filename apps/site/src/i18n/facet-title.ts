import type { FacetList } from '../browse/facets.ts'
import type { Account } from '../data/directory-model.ts'
import type { Language } from './language.ts'
import { formatLanguageName, messagesFor } from './language.ts'

/** The heading of a list by language, topic or status. Topics are shown as they were recorded. */
export function facetTitle(language: Language, { facet, value }: FacetList): string {
  const t = messagesFor(language).facets
  switch (facet) {
    case 'languages':
      return value === null ? t.languageUnrecorded : t.language(formatLanguageName(language, value))
    case 'topics':
      return value === null ? t.topicUnrecorded : t.topic(value)
    case 'status':
      return isStatus(value) ? t.status[value] : ''
  }
}

/** The same as one entry of a list of lists. */
export function facetName(language: Language, { facet, value }: FacetList): string {
  const { browse, status } = messagesFor(language)
  if (value === null) return browse.notRecorded
  if (facet === 'languages') return formatLanguageName(language, value)
  return facet === 'status' && isStatus(value) ? status[value] : value
}

/** A sentence about the list; null when there is nothing to warn of. */
export function facetNote(language: Language, { value, facet }: FacetList): string | null {
  const t = messagesFor(language).facets
  if (value === null) return t.unrecordedNote
  return facet === 'status' && isStatus(value) ? t.statusNote[value] : null
}

function isStatus(value: string | null): value is Account['status'] {
  return value === 'OFFICIAL' || value === 'SUSPENDED' || value === 'FORMERLY_OFFICIAL'
}
