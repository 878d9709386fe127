import type { Refusal } from '@official-accounts/client/result'
import { Link } from '@tanstack/react-router'
import { blockerWords } from '../record/audit-words.ts'
import { StrongerSignIn } from '../session/stronger-sign-in.tsx'
import { ClauseList } from '../ui/clause-list.tsx'
import { enumWords } from '../ui/words.ts'

/** The heading over a refusal: what kind of no it is. */
export function refusalHeading(refusal: Refusal): string {
  switch (refusal.__typename) {
    case 'PolicyRefusalError':
      return 'The Directive does not allow this'
    case 'ForbiddenError':
      return 'Your roles do not allow this'
    case 'StrongerSignInError':
      return 'This asks for a stronger sign-in'
    case 'InvalidStateError':
      return 'Not possible in the record’s present state'
    case 'StaleVersionError':
      return 'The record changed while you were working'
    case 'InvalidInputError':
      return 'Some answers need attention'
    case 'ConflictError':
      return 'This exists already'
    case 'NotFoundError':
      return 'The record is not there'
  }
}

/** What a refusal says, with its clauses, the record it points to, and what to do next. */
export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  switch (refusal.__typename) {
    case 'PolicyRefusalError':
    case 'ForbiddenError':
      return (
        <>
          <p>{blockerWords(refusal.message)}</p>
          <ClauseList clauses={refusal.clauses} />
        </>
      )
    case 'StrongerSignInError':
      return <StrongerSignIn message={refusal.message} />
    case 'InvalidStateError':
      return (
        <p>{`The record is now in the state “${enumWords(refusal.state)}”. Go back to it to see what that allows.`}</p>
      )
    case 'StaleVersionError':
      return (
        <p>
          Nothing was changed and nothing you typed is lost. Look at the other change below, choose what
          stands, then send.
        </p>
      )
    case 'InvalidInputError':
      return null
    case 'ConflictError':
      return (
        <>
          <p>{refusal.message}</p>
          {refusal.existingId !== null && (
            <p>
              <Link to="/records/$id" params={{ id: refusal.existingId }} className="usa-link">
                Open the existing record
              </Link>
            </p>
          )}
        </>
      )
    case 'NotFoundError':
      return <p>{refusal.message}</p>
  }
}
