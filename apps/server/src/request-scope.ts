import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '@official-accounts/domain/access/actor'

/** What is known of the GraphQL request under way, for plugins and the log. */
export interface RequestScope {
  readonly requestId: string
  readonly actor: Actor
}

const storage = new AsyncLocalStorage<RequestScope>()

/** Runs work as part of a request. */
export function withinRequest<Result>(scope: RequestScope, work: () => Result): Result {
  return storage.run(scope, work)
}

/** The request under way. Throws outside of one. */
export function currentRequest(): RequestScope {
  const scope = storage.getStore()
  if (scope === undefined) throw new Error('There is no request under way.')
  return scope
}
