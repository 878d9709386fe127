import { Link } from '@tanstack/react-router'
import { PageHeading } from './page-heading.tsx'

/** Stands where a record would be that does not exist, or that the reader may not see: the two look the same. */
export function RecordMissing({ noun }: { readonly noun: string }) {
  return (
    <>
      <PageHeading title={`No such ${noun}`} />
      <p>There is none at this address, or your roles do not let you see it.</p>
      <p>
        Check the address, search the lists, or ask your component’s public affairs director whether you need
        another role.{' '}
        <Link to="/" className="usa-link">
          Go to My work
        </Link>
      </p>
    </>
  )
}
