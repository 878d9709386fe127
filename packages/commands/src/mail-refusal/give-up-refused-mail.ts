import { z } from 'zod'
import { reasonField } from '../exception/exception-transition.ts'
import { settleMailRefusal } from './settle-mail-refusal.ts'

const input = z.object({ mailRefusalId: z.uuid(), reason: reasonField })

/** Gives up mail that was refused for good: its reader is told here alone. */
export const giveUpRefusedMail = settleMailRefusal('giveUpRefusedMail', input)
