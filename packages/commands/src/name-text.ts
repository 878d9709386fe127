import { isOneLine } from '@official-accounts/domain/storable-text'
import { z } from 'zod'

/**
 * A name or title: trimmed, of at most `most` characters, and one line that reads as it is written. It stands in lists,
 * feeds and files for machines, where a line break or a character that turns the text around would tell lies.
 */
export function nameText(most: number, missing: string) {
  return z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `At most ${most.toLocaleString('en-US')} characters.`)
    .refine(isOneLine, 'One line, without characters that are not seen.')
}
