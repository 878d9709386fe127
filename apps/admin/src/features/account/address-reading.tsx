import type { ResultOf } from '@official-accounts/client/graphql'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import type { KnownServices } from './account-request.ts'
import { ProfileUrlCheckQuery } from './account-request.documents.ts'
import { accountStatusWords } from './account-words.ts'
import { readAddress, type AddressReading as Reading } from './read-address.ts'

interface AddressReadingProps {
  readonly input: string
  readonly services: KnownServices
}

// Long enough for a word to be finished, so that a screen reader is not talked over.
const PAUSE_MS = 500

/** What is understood of an address while it is typed, and which registered accounts it equals or resembles. */
export function AddressReading({ input, services }: AddressReadingProps) {
  const reading = readAddress(useSettled(input), services)
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
      {warning && <p className="address-reading__warning">{warning}</p>}
      {registered && (
        <p className="address-reading__warning">
          It is registered already: <KnownAccount account={registered} />. A second record of it is refused.
        </p>
      )}
      {similar.length > 0 && <Lookalikes similar={similar} />}
    </>
  )
}

type Similar = ResultOf<typeof ProfileUrlCheckQuery>['profileUrlCheck']['similar'][number]

function Lookalikes({ similar }: { readonly similar: readonly Similar[] }) {
  return (
    <div className="address-reading__warning">
      <p>
        Registered accounts that look like it. Make sure that it is not one of them, mistyped, and that nobody
        could take the one for the other:
      </p>
      <ul className="usa-list">
        {similar.map(({ account, reason }) => (
          <li key={account.slug}>
            <KnownAccount account={account} /> on {account.platform.name}: {LOOKALIKE_WORDS[reason]}
          </li>
        ))}
      </ul>
    </div>
  )
}

const LOOKALIKE_WORDS: Readonly<Record<Similar['reason'], string>> = {
  INVISIBLE_CHARACTERS: 'they differ in characters that show nothing',
  MIXED_SCRIPT: 'one mixes letters of several alphabets',
  CONFUSABLE: 'they differ in characters that look the same',
  SAME_NAME_OTHER_FORM: 'the same name in another form of address',
  SAME_NAME_OTHER_PLATFORM: 'the same name on another platform',
  DISTANCE_ONE: 'they differ in one character',
  ADDED_CHARACTERS: 'they differ in separators or digits',
}

interface KnownAccountProps {
  readonly account: {
    readonly slug: string
    readonly title: string
    readonly handle: string
    readonly status: string
  }
}

// In a window of its own: whoever looks the other account up comes back to the form as it was.
function KnownAccount({ account: { slug, title, handle, status } }: KnownAccountProps) {
  return (
    <>
      <Link to="/accounts/$slug" params={{ slug }} className="usa-link" target="_blank">
        {title}
        <span className="usa-sr-only"> (opens in a new window)</span>
      </Link>{' '}
      ({handle}, {accountStatusWords(status).toLowerCase()})
    </>
  )
}
