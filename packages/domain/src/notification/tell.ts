import { isRole, type Role } from '../access/roles.ts'
import type { Audience, Notice } from './notification.ts'

type Told = Role | 'REQUESTER' | 'CONTACT' | 'HOLDER' | 'EVERY_DIRECTOR' | 'EVERY_MANAGER'

/** A notice: its words, and whom it is told. */
export function tell(words: string, ...to: readonly Told[]): Notice {
  return { words, to: to.map(audienceOf) }
}

function audienceOf(who: Told): Audience {
  if (who === 'EVERY_DIRECTOR') return { holders: 'COMPONENT_DIRECTOR', everywhere: true }
  if (who === 'EVERY_MANAGER') return { holders: 'ACCOUNT_MANAGER', everywhere: true }
  return isRole(who) ? { holders: who } : { named: who }
}
