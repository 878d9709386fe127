import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { accountPlace, type AccountFacts } from '@official-accounts/domain/account/account'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { identifyAccount, type NamedAccount } from './identify-account.ts'
import { lockAccount } from './lock-account.ts'

interface Locked extends AccountFacts {
  readonly named: NamedAccount
  readonly before: { readonly handle: string; readonly canonicalKey: string; readonly profileUrl: string }
  readonly duplicateId: string | null
}

const input = z.object({
  accountId: z.uuid(),
  profileUrl: z.string().min(1, 'Give the new address.').max(2000),
})

/**
 * Records that an account got another handle on its platform. The former one stays as a dated alias, so that it
 * answers FORMERLY_OFFICIAL even when somebody else takes it (V.B.6).
 */
export const renameAccount = defineCommand({
  name: 'renameAccount',
  permission: 'account.rename',
  subjectType: 'Account',
  input,
  subjectId: ({ accountId }) => accountId,
  lock: lockRename,
  place: (account) => accountPlace(account),
  version: (account) => account.version,
  decide(actor, now, _input, account) {
    const refusal = checkAccountAction(actor, 'renameAccount', account, now)
    if (refusal) return refuse(refusal)
    const { named } = account
    if (!named.found) return refuse(named.refusal)
    if (named.platform.id !== account.platform.id) {
      return refuse(
        invalidInput(
          'profileUrl',
          `This address is on ${named.platform.name}; the account is on ${account.platform.name}.`,
        ),
      )
    }
    if (named.account.canonicalKey === account.before.canonicalKey) {
      return refuse(invalidInput('profileUrl', 'This is the address the account has already.'))
    }
    if (account.duplicateId !== null) {
      return refuse(
        conflict('Another account has this address.', { type: 'Account', id: account.duplicateId }),
      )
    }
    const { handle, canonicalKey, canonicalUrl } = named.account
    return allow({ handle, canonicalKey, profileUrl: canonicalUrl })
  },
  async apply(tx, renamed, account, { now }) {
    await tx.account.updateMany({
      where: { id: account.id },
      data: { ...renamed, version: account.version + 1, changedAt: now },
    })
    await keepFormer(tx, account, now)
    return {
      result: { type: 'Account', id: account.id },
      audit: [
        {
          action: 'account.rename',
          componentId: account.componentId,
          subjectType: 'Account',
          subjectId: account.id,
          clauses: ['V.B.6'],
          reason: null,
          changes: changesBetween(['handle', 'canonicalKey', 'profileUrl'], account.before, renamed),
        },
      ],
      events: [{ type: 'account.renamed', subjectType: 'Account', subjectId: account.id }],
    }
  },
})

async function lockRename(tx: Tx, { accountId, profileUrl }: z.infer<typeof input>): Promise<Locked> {
  const account = await lockAccount(tx, accountId)
  const before = await tx.account.findFirstOrThrow({
    where: { id: accountId },
    select: { handle: true, canonicalKey: true, profileUrl: true },
  })
  const named = await identifyAccount(tx, profileUrl)
  const other = named.found
    ? await tx.account.findFirst({
        where: {
          platformId: named.platform.id,
          canonicalKey: named.account.canonicalKey,
          id: { not: accountId },
          state: { notIn: ['RETIRED', 'DENIED', 'WITHDRAWN'] },
        },
        select: { id: true },
      })
    : null
  return { ...account, named, before, duplicateId: other?.id ?? null }
}

async function keepFormer(tx: Tx, { id, platform, before }: Locked, now: Date): Promise<void> {
  const again = await tx.accountAlias.updateMany({
    where: { accountId: id, canonicalKey: before.canonicalKey, former: true },
    data: { validUntil: now },
  })
  if (again.count > 0) return
  await tx.accountAlias.createMany({
    data: [
      {
        id: newId(now.getTime()),
        accountId: id,
        platformId: platform.id,
        ...before,
        former: true,
        validUntil: now,
      },
    ],
  })
}
