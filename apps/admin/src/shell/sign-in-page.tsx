import { useRouterState } from '@tanstack/react-router'
import { signInAddress } from '../session/sign-in-address.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { PRODUCT_NAME } from '../ui/product-name.ts'

/** What a visitor sees who is not signed in. Sign-in comes back to the page that was asked for. */
export function SignInPage() {
  const address = useRouterState({ select: ({ location }) => location.publicHref })
  return (
    <main className="page-main grid-container">
      <PageHeading title={`Sign in to ${PRODUCT_NAME}`} />
      <p>
        This is where the department’s official social media accounts are requested, approved and looked
        after.
      </p>
      <p>
        <a className="usa-button" href={signInAddress(address)}>
          Sign in
        </a>
      </p>
      <p>
        To look an account up, no sign-in is needed:{' '}
        <a className="usa-link" href="/">
          open the public directory
        </a>
        .
      </p>
    </main>
  )
}
