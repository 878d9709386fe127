import { Link } from '@tanstack/react-router'
import { ActorName } from './actor-name.tsx'
import { globalId } from './global-id.ts'
import type { ChangeValue, FieldChange } from './read-changes.ts'

const SHOWN_AT_ONCE = 4

/** What an entry of the audit changed: what each field was and what it became. */
export function ChangeList({ changes }: { readonly changes: readonly FieldChange[] }) {
  const list = (
    <ul>
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          <strong>{label}:</strong> <Change before={before} after={after} />
        </li>
      ))}
    </ul>
  )
  if (changes.length <= SHOWN_AT_ONCE) return <div className="entry__changes">{list}</div>
  return (
    <details className="entry__changes">
      <summary>{changes.length} fields changed</summary>
      {list}
    </details>
  )
}

function Change({ before, after }: Pick<FieldChange, 'before' | 'after'>) {
  if (before.kind === 'NOTHING') return <Value value={after} />
  return (
    <>
      <span className="usa-sr-only">was </span>
      <del>
        <Value value={before} />
      </del>{' '}
      <span aria-hidden="true">›</span>
      <span className="usa-sr-only">, became </span>{' '}
      <ins>{after.kind === 'NOTHING' ? 'nothing' : <Value value={after} />}</ins>
    </>
  )
}

function Value({ value }: { readonly value: ChangeValue }) {
  if (value.kind === 'NOTHING') return 'nothing'
  if (value.kind === 'WORDS') return value.words
  const { type, ids } = value
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link to="/records/$id" params={{ id: globalId(type, id) }} preload={false} className="usa-link">
        {type === 'Person' ? (
          <ActorName kind="PERSON" id={id} />
        ) : (
          `${type.toLowerCase()}${ids.length > 1 ? ` ${at + 1}` : ''}`
        )}
      </Link>
    </span>
  ))
}
