import { readConduct, type ConductFacts } from '@official-accounts/db/facts/conduct-facts'
import type { RequestContext } from '../../context.ts'

const read = new WeakMap<RequestContext, Promise<ConductFacts>>()

/** What is asked of a caller's conduct: read once for a request, however many accounts it asks about. */
export function conductFacts(context: RequestContext): Promise<ConductFacts> {
  const known = read.get(context)
  if (known) return known
  const found = readConduct(context.services.read)
  read.set(context, found)
  return found
}
