import { permissionRule } from '@official-accounts/domain/access/permissions'
import { globalId } from '../../record/global-id.ts'
import type { Viewer } from '../../session/viewer.documents.ts'
import type { AccountRow } from './account-list.documents.ts'

/** Whether an account was imported and waits for an office the viewer acts for to claim it (V.B.5). */
export function isClaimable({ roles }: Pick<Viewer, 'roles'>, account: AccountRow): boolean {
  if (account.claimBy === null || account.claimedAt !== null || account.state !== 'ACTIVE') return false
  const claiming = roles.filter(({ role }) => permissionRule('account.claim').roles.includes(role))
  return claiming.some(({ componentIds }) => componentIds.some((id) => isComponent(account.component.id, id)))
}

// A held role names its components by plain id.
function isComponent(component: string, id: string): boolean {
  return component === id || component === globalId('Component', id)
}
