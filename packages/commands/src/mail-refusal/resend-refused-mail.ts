import { z } from 'zod'
import { reasonField } from '../exception/exception-transition.ts'
import { settleMailRefusal } from './settle-mail-refusal.ts'

const input = z.object({
  mailRefusalId: z.uuid(),
  address: z
    .email('Give an e-mail address, such as name@example.gov.')
    .nullish()
    .transform((address) => address ?? null),
  reason: reasonField,
})

/** Sends mail that was refused for good once more, to a mended address or to the same one. */
export const resendRefusedMail = settleMailRefusal('resendRefusedMail', input)
