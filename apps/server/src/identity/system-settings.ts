import type { ActorSettings } from '@official-accounts/db/actor-settings'
import type { Actor } from '@official-accounts/domain/access/actor'

/** What row-level security is told when the server itself looks after sessions and sign-ins. */
export const SYSTEM_SETTINGS: ActorSettings = { scope: 'system', components: [], person: null }

/** The server as an actor, where it registers those who sign in. */
export const SIGN_IN_ACTOR: Actor = { kind: 'SYSTEM', process: 'sign-in' }
