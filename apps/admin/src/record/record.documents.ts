import { graphql } from '@official-accounts/client/graphql'

/** What may be done with a record, and what stands in the way. */
export const OfferedActionFields = graphql(`
  fragment OfferedActionFields on AvailableAction {
    action
    allowed
    blockedBy {
      code
      message
      clause {
        id
        title
      }
    }
  }
`)

/** A decision as its record's page tells it: what, when, why, by whom, and under which authority. */
export const DecisionFields = graphql(`
  fragment DecisionFields on Decision {
    kind
    decidedAt
    reason
    role
    usedExceptions
    delegation {
      id
    }
    decidedBy {
      displayName
    }
    clauses {
      id
      title
    }
  }
`)
