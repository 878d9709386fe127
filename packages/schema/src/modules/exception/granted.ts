import { grantedExceptionSelect, toGrantedException } from '@official-accounts/db/facts/exception-facts'
import type { GrantedException } from '@official-accounts/domain/exception/exception'
import type { RequestContext } from '../../context.ts'

const read = new WeakMap<RequestContext, Promise<readonly GrantedException[]>>()

/** The granted exceptions a caller's rules count: read once for a request, however many records it asks about. */
export function grantedExceptions(context: RequestContext): Promise<readonly GrantedException[]> {
  const known = read.get(context)
  if (known) return known
  const found = context.services.read.exception
    .findMany({ where: { state: 'GRANTED' }, select: grantedExceptionSelect, take: 10_000 })
    .then((rows) => rows.map(toGrantedException))
  read.set(context, found)
  return found
}
