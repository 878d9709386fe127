import { useQuery } from 'urql'
import { knownServices } from './account-request.ts'
import { RequestChoicesQuery } from './account-request.documents.ts'
import { AddressReading } from './address-reading.tsx'

/** What is understood of an address typed into a form that has not read the platforms’ rules itself. */
export function RequestedAddress({ input }: { readonly input: string }) {
  const [{ data }] = useQuery({ query: RequestChoicesQuery, requestPolicy: 'cache-first' })
  if (data === undefined) return null
  return <AddressReading input={input} services={knownServices(data)} />
}
