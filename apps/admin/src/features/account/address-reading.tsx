import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { enumWords } from '../../ui/words.ts'
import type { ReadablePlatform } from './account-request.ts'
import { ProfileUrlCheckQuery } from './account-request.documents.ts'
import { accountStatusWords } from './account-words.ts'
import { readAddress, type AddressReading as Reading } from './read-address.ts'

interface AddressReadingProps {
  readonly input: string
  readonly platforms: readonly ReadablePlatform[]
}

// Long enough for a word to be finished, so that a screen reader is not talked over.
const PAUSE_MS = 500

/** What is understood of an address while it is typed, and which registered accounts it equals or resembles. */
export function AddressReading({ input, platforms }: AddressReadingProps) {
  const reading = readAddress(useSettled(input), platforms)
  return (
    <div role="status" className="address-reading">
      {reading.kind === 'PROBLEM' && <p>{reading.message}</p>}
      {reading.kind === 'ACCOUNT' && <ReadAccount reading={reading} />}
    </div>
  )
}

function useSettled(input: string): string {
  const [settled, setSettled] = useState(input)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(input), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [input])
  return settled
}

function ReadAccount({ reading }: { readonly reading: Extract<Reading, { kind: 'ACCOUNT' }> }) {
  const { platformName, handle, canonicalUrl, warning } = reading
  const [{ data }] = useQuery({ query: ProfileUrlCheckQuery, variables: { profileUrl: canonicalUrl } })
  const { registered = null, similar = [] } = data?.profileUrlCheck ?? {}
  return (
    <>
      <p>
        Understood: <strong>{handle}</strong> on <strong>{platformName}</strong>, recorded as {canonicalUrl}
      </p>
      {warning && <p>{warning}</p>}
      {registered && (
        <p>
          It is registered already: <KnownAccount account={registered} />
        </p>
      )}
      {similar.length > 0 && (
        <>
          <p>Registered accounts that look like it:</p>
          <ul className="usa-list">
            {similar.map(({ account, reason }) => (
              <li key={account.slug}>
                <KnownAccount account={account} /> on {account.platform.name}:{' '}
                {enumWords(reason).toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface KnownAccountProps {
  readonly account: {
    readonly slug: string
    readonly title: string
    readonly handle: string
    readonly status: string
  }
}

function KnownAccount({ account: { slug, title, handle, status } }: KnownAccountProps) {
  return (
    <>
      <Link to="/accounts/$slug" params={{ slug }} className="usa-link">
        {title}
      </Link>{' '}
      ({handle}, {accountStatusWords(status).toLowerCase()})
    </>
  )
}
