import { viewSearch } from '@official-accounts/domain/saved-view/saved-view'
import { z } from 'zod'

/** A view's name, and the search of its list's address. */
export const viewDetails = {
  name: z.string().trim().min(1, 'Give the view a name.').max(80, 'At most 80 characters.'),
  search: z
    .string()
    .transform(viewSearch)
    .pipe(z.string().max(2000, 'At most 2,000 characters: take a filter away.')),
}
