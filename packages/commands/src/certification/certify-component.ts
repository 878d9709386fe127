import {
  readCertificationExceptions,
  toExceptedAccount,
  unansweredSelect,
} from '@official-accounts/db/facts/certification-facts'
import { checkPartAction, ruleCertify } from '@official-accounts/domain/certification/certification-rules'
import type { PartFacts } from '@official-accounts/domain/certification/certification'
import { allow, refuse } from '@official-accounts/domain/decision'
import type { ExceptedAccount, GrantedException } from '@official-accounts/domain/exception/exception'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockPart } from './lock-part.ts'
import { movePart } from './move-part.ts'

const input = z.object({ partId: z.uuid() })

interface LockedPart extends PartFacts {
  readonly unanswered: readonly ExceptedAccount[]
  readonly granted: readonly GrantedException[]
}

/** A component's director certifies its part once every account of it is answered (IV.E.3). */
export const certifyComponent = defineCommand<z.infer<typeof input>, LockedPart, readonly string[]>({
  name: 'certifyComponent',
  permission: 'certification.certify',
  subjectType: 'CertificationPart',
  input,
  subjectId: ({ partId }) => partId,
  async lock(tx, { partId }) {
    const part = await lockPart(tx, partId)
    const rows = await tx.certificationAnswer.findMany({
      relationLoadStrategy: 'join',
      ...unansweredSelect,
      where: { partId, ...unansweredSelect.where },
    })
    // Only what is not answered can rest on an exception.
    const granted = rows.length === 0 ? [] : await readCertificationExceptions(tx, part.componentId)
    return { ...part, unanswered: rows.map(toExceptedAccount), granted }
  },
  place: ({ componentId }) => ({ componentId }),
  version: ({ version }) => version,
  decide(actor, now, _input, part) {
    const { refusal, exceptionIds } = ruleCertify(part.unanswered, part.granted, now)
    const stopped = checkPartAction(actor, 'certifyComponent', part) ?? refusal
    return stopped ? refuse(stopped) : allow(exceptionIds)
  },
  apply: (tx, exceptionIds, part, context) =>
    movePart(tx, part, { action: 'certifyComponent', reason: null, exceptionIds }, context),
})
