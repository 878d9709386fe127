import { z } from 'zod'

/** A reason that has to be given. */
export const reasonField = z
  .string()
  .trim()
  .min(1, 'Give the reason in writing.')
  .max(4000, 'At most 4,000 characters.')

/** A text in which somebody says something to the matter. */
export function textField(missing: string) {
  return z.string().trim().min(1, missing).max(4000, 'At most 4,000 characters.')
}

/** An id that may be left out. */
export const optionalId = z
  .uuid()
  .nullish()
  .transform((value) => value ?? null)
