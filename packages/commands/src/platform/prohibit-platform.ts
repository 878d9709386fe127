import { z } from 'zod'
import { platformTransition, reasonedPlatformInput } from './platform-transition.ts'

const input = reasonedPlatformInput.extend({
  prohibitedByLaw: z.string().trim().min(1, 'Name the law.').max(500, 'At most 500 characters.'),
  prohibitedOn: z.iso.date('A date such as 2022-12-29.').transform((day) => new Date(`${day}T00:00:00Z`)),
})

/** Records that a statute prohibits a platform: no office and no exception lifts it (V.B.1, V.B.12). */
export const prohibitPlatform = platformTransition<z.infer<typeof input>>({
  action: 'prohibitPlatform',
  kind: 'PROHIBITED',
  clauses: ['V.B.1', 'V.B.12'],
  input,
  event: 'platform.prohibited',
  flagsAccounts: true,
  fields: ({ prohibitedByLaw, prohibitedOn }) => ({ prohibitedByLaw, prohibitedOn }),
})
