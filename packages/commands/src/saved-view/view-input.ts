import { viewSearch } from '@official-accounts/domain/saved-view/saved-view'
import { z } from 'zod'
import { nameText } from '../name-text.ts'

/** A view's name, and the search of its list's address. */
export const viewDetails = {
  name: nameText(80, 'Give the view a name.'),
  search: z
    .string()
    .transform(viewSearch)
    .pipe(z.string().max(2000, 'At most 2,000 characters: take a filter away.')),
}
