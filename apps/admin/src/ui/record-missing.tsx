import { Link } from '@tanstack/react-router'
import { PageHeading } from './page-heading.tsx'

/** Stands where a record would be that does not exist, or that the reader may not see: the two look the same. */
export function RecordMissing({ noun }: { readonly noun: string }) {
  return (
    <>
      <PageHeading title={`No such ${noun}`} />
      <p>There is none at this address, or your roles do not let you see it.</p>
      <ul className="usa-list">
        <li>Check the address for a letter too much or too few.</li>
        <li>
          <Link to="/search" className="usa-link">
            Search all records
          </Link>{' '}
          by name, handle or id.
        </li>
        <li>Ask your component’s public affairs director whether you need another role.</li>
        <li>
          <Link to="/" search={{}} className="usa-link">
            Go to My work
          </Link>
        </li>
      </ul>
    </>
  )
}
