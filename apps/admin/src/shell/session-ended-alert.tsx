import { Alert, AlertHeading } from '@trussworks/react-uswds'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { signInAddress } from '../session/sign-in-address.ts'

/** Says that the session has ended, above the page, which stays with all that was typed. Sign-in comes back to it. */
export function SessionEndedAlert() {
  const place = useRef<HTMLDivElement>(null)
  const address = useRouterState({ select: ({ location }) => location.publicHref })
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Alert type="warning" role="alert">
        <AlertHeading level="h2">Your session has ended</AlertHeading>
        <div className="usa-alert__text">
          <p>
            Nothing more can be read or sent. What you typed is kept in this browser and comes back with you.
          </p>
          <a className="usa-button" href={signInAddress(address)}>
            Sign in again
          </a>
        </div>
      </Alert>
    </div>
  )
}
