import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { accountPlace } from '@official-accounts/domain/account/account'
import { checkAccountAction } from '@official-accounts/domain/account/available-actions'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, invalidInput } from '@official-accounts/domain/errors'
import { textsToRecord } from '@official-accounts/domain/privacy-approval/personal-names'
import { checkNewNamesCleared } from '@official-accounts/domain/privacy-approval/privacy-gate'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { identifyAccount, type NamedAccount } from './identify-account.ts'
import { lockAccount, type LockedAccount } from './lock-account.ts'

interface Locked extends LockedAccount {
  readonly named: NamedAccount
}

const input = z.object({
  accountId: z.uuid(),
  profileUrl: z.string().min(1, 'Give the new address.').max(2000),
  /** Whether somebody states that the new handle names a person (IV.C.2). */
  namesPerson: z.boolean().nullish(),
})

/**
 * Records that an account got another handle on its platform. The former one stays as a dated alias, so that it
 * answers FORMERLY_OFFICIAL even when somebody else takes it (V.B.6). A handle that names a person has the Chief Privacy
 * Officer’s approval first (IV.C.2).
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
  decide(actor, now, { namesPerson }, account) {
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
    if (named.account.canonicalKey === account.stored?.canonicalKey) {
      return refuse(invalidInput('profileUrl', 'This is the address the account has already.'))
    }
    if (named.holderId !== null && named.holderId !== account.id) {
      return refuse(conflict('Another account has this address.', { type: 'Account', id: named.holderId }))
    }
    const { handle, canonicalKey, canonicalUrl } = named.account
    const { names } = account
    const wording = { ...names.wording, handle }
    const namesPersonIn = textsToRecord(wording, namesPerson ? ['HANDLE'] : [], names)
    const unapproved = checkNewNamesCleared({ ...names, wording, namesPersonIn }, ['HANDLE'], now)
    if (unapproved) return refuse(unapproved)
    return allow({ handle, canonicalKey, profileUrl: canonicalUrl, namesPersonIn })
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
          changes: changesBetween(
            ['handle', 'canonicalKey', 'profileUrl', 'namesPersonIn'],
            { ...account.stored },
            renamed,
          ),
        },
      ],
      events: [{ type: 'account.renamed', subjectType: 'Account', subjectId: account.id }],
    }
  },
})

async function lockRename(tx: Tx, { accountId, profileUrl }: z.infer<typeof input>): Promise<Locked> {
  return { ...(await lockAccount(tx, accountId)), named: await identifyAccount(tx, profileUrl) }
}

// A handle given up a second time is the same alias, with a later end.
async function keepFormer(tx: Tx, { id, platform, stored }: Locked, now: Date): Promise<void> {
  if (stored === null) throw new Error('An account was renamed that was not held.')
  await tx.$executeRaw`
    INSERT INTO account_alias (id, account_id, platform_id, handle, canonical_key, profile_url, former, valid_until)
    VALUES (${newId(now.getTime())}::uuid, ${id}::uuid, ${platform.id}::uuid, ${stored.handle}, ${stored.canonicalKey},
      ${stored.profileUrl}, true, (${now}::timestamptz AT TIME ZONE 'UTC')::date)
    ON CONFLICT (account_id, canonical_key, former) DO UPDATE SET valid_until = excluded.valid_until`
}
