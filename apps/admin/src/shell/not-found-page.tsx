import { Link } from '@tanstack/react-router'
import { PageHeading } from '../ui/page-heading.tsx'

/** What stands at an address that is none of ours. */
export function NotFoundPage() {
  return (
    <>
      <PageHeading title="There is no such page" />
      <p>The address may be old or mistyped.</p>
      <ul className="usa-list">
        <li>
          <Link to="/" className="usa-link">
            My work
          </Link>
        </li>
        <li>
          <Link to="/accounts" className="usa-link">
            Search the accounts
          </Link>
        </li>
      </ul>
    </>
  )
}
