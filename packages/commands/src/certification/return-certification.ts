import { checkPartAction } from '@official-accounts/domain/certification/certification-rules'
import type { PartFacts } from '@official-accounts/domain/certification/certification'
import { allow, refuse } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'
import { lockPart } from './lock-part.ts'
import { movePart } from './move-part.ts'

const input = z.object({ partId: z.uuid(), reason: reasonField })

/** Public Affairs sends a certified part back with the reason; the component answers and certifies again (IV.E.3). */
export const returnCertification = defineCommand<z.infer<typeof input>, PartFacts, string>({
  name: 'returnCertification',
  permission: 'certification.return',
  subjectType: 'CertificationPart',
  input,
  subjectId: ({ partId }) => partId,
  lock: (tx, { partId }) => lockPart(tx, partId),
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, _now, { reason }, part) {
    const refusal = checkPartAction(actor, 'returnCertification', part)
    return refusal ? refuse(refusal) : allow(reason)
  },
  apply: (tx, reason, part, context) =>
    movePart(tx, part, { action: 'returnCertification', reason, exceptionIds: [] }, context),
})
