import { useRouterState } from '@tanstack/react-router'
import { strongerSignInAddress } from './sign-in-address.ts'

/** Says that a decision needs a stronger sign-in, and offers it. It comes back to this page, with what was typed. */
export function StrongerSignIn({ message }: { readonly message: string }) {
  const address = useRouterState({ select: ({ location }) => location.publicHref })
  return (
    <>
      <p>{message}</p>
      <p>
        <a className="usa-button" href={strongerSignInAddress(address)}>
          Sign in again with the stronger method
        </a>
      </p>
    </>
  )
}
