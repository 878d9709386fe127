import { linkOptions } from '@tanstack/react-router'
import type { SearchHit } from './search.documents.ts'

/** Where a record that was found is shown; a component has its accounts. */
export function hitPlace({ kind, slug, name, recordId: id }: SearchHit) {
  if (kind === 'ACCOUNT' && slug !== null) return linkOptions({ to: '/accounts/$slug', params: { slug } })
  if (kind === 'PLATFORM' && slug !== null) return linkOptions({ to: '/platforms/$slug', params: { slug } })
  if (kind === 'COMPONENT') return linkOptions({ to: '/accounts', search: { component: name ?? undefined } })
  if (kind === 'PERSON') return linkOptions({ to: '/people/$id', params: { id } })
  if (kind === 'IMPORT') return linkOptions({ to: '/imports/$id', params: { id } })
  return linkOptions({ to: '/records/$id', params: { id } })
}
