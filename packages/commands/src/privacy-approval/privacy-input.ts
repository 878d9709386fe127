import { z } from 'zod'

/** A text that has to be given. */
export function written(what: string, most: number) {
  return z
    .string()
    .trim()
    .min(1, what)
    .max(most, `At most ${most.toLocaleString('en-US')} characters.`)
}

/** The first day on which an approval is over, or none. */
export const endField = z.iso
  .date('A date such as 2027-01-31.')
  .nullish()
  .transform((day) => (day == null ? null : new Date(`${day}T00:00:00Z`)))

/** What the Chief Privacy Officer is told: what information, whose, by office or duty, and why it is needed (IV.C.2). */
export const questionFields = {
  information: written('Say what personal information it is.', 1000),
  whose: written('Say whose it is, by office or duty.', 500),
  need: written('Say why it has to be used.', 4000),
  expiresOn: endField,
}

/** The reason every decision is given with. */
export const reasonField = written('Give the reason in writing.', 4000)
