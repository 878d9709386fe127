import type { LockedAnswer } from '@official-accounts/db/facts/certification-facts'
import { checkGiven } from '@official-accounts/domain/certification/available-answer-actions'
import { checkPartAction } from '@official-accounts/domain/certification/certification-rules'
import { allow, firstRefusal, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'
import { lockAnswer } from './lock-part.ts'
import { movePart } from './move-part.ts'

const input = z.object({ partId: z.uuid(), accountId: z.uuid(), reason: reasonField })

/** Public Affairs sends one account's answer back with the reason; its part has to be certified again (IV.E.3). */
export const returnCertificationAnswer = defineCommand<z.infer<typeof input>, LockedAnswer, string>({
  name: 'returnCertificationAnswer',
  permission: 'certification.returnAnswer',
  subjectType: 'CertificationPart',
  input,
  subjectId: ({ partId }) => partId,
  lock: (tx, { partId, accountId }) => lockAnswer(tx, partId, accountId),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, { reason }, part) {
    const refusal = firstRefusal(
      () => checkPartAction(actor, 'returnCertificationAnswer', part),
      () => checkGiven(part.answer),
    )
    return refusal ? refuse(refusal) : allow(reason)
  },
  async apply(tx, reason, part, context) {
    const { answer } = part
    await tx.certificationAnswer.updateMany({
      where: { id: answer.id },
      data: { state: 'RETURNED', returnReason: reason },
    })
    return movePart(
      tx,
      part,
      { action: 'returnCertificationAnswer', reason, exceptionIds: [], answer },
      context,
    )
  },
})
