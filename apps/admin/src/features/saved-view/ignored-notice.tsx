import { Alert, AlertHeading } from '@trussworks/react-uswds'
import type { IgnoredPart } from '../../list/list-search.ts'
import { fieldWords } from '../../ui/words.ts'

/** Says what of an old view its list no longer understands, such as a filter that does not exist any more. */
export function IgnoredNotice({ parts }: { readonly parts: readonly IgnoredPart[] }) {
  if (parts.length === 0) return null
  return (
    <Alert type="warning" role="status">
      <AlertHeading level="h2">Part of this view was left out</AlertHeading>
      <p>The list no longer knows:</p>
      <ul className="usa-list">
        {parts.map(({ name, value }) => (
          <li key={`${name} ${value}`}>
            {fieldWords(name)}: {value}
          </li>
        ))}
      </ul>
      <p>The rest is shown, and can be saved as it is shown now.</p>
    </Alert>
  )
}
