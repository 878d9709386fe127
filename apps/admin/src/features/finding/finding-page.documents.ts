import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { OfferedActionFields } from '../../record/record.documents.ts'

/** All that a corrective action's part of a page shows and its forms begin with. */
export const CorrectiveActionFields = graphql(
  `
    fragment CorrectiveActionFields on CorrectiveAction {
      id
      version
      task
      state
      dueOn
      overdue
      ownerRole
      assignedRole
      assignedAt
      owner {
        displayName
      }
      steps {
        kind
        note
        evidenceUrl
        role
        at
        person {
          displayName
        }
      }
      availableActions {
        ...OfferedActionFields
      }
    }
  `,
  [OfferedActionFields],
)

/** All that a finding's page shows and its forms begin with. */
export const FindingQuery = graphql(
  `
    query FindingPage($id: ID!) {
      finding(id: $id) {
        id
        version
        detail
        code
        state
        severity
        origin
        openedAt
        closedAt
        closeReason
        clause {
          id
          title
        }
        component {
          code
          name
        }
        account {
          slug
          title
        }
        platform {
          slug
          name
        }
        openedBy {
          displayName
        }
        closedBy {
          displayName
        }
        availableActions {
          ...OfferedActionFields
        }
        correctiveActions {
          ...CorrectiveActionFields
        }
      }
    }
  `,
  [CorrectiveActionFields, OfferedActionFields],
)

/** A corrective action, and the finding it is about. */
export const CorrectiveActionQuery = graphql(
  `
    query CorrectiveActionPage($id: ID!) {
      correctiveAction(id: $id) {
        ...CorrectiveActionFields
        finding {
          id
          detail
        }
      }
    }
  `,
  [CorrectiveActionFields],
)

/** A finding with all its page shows. */
export type FindingDetail = NonNullable<ResultOf<typeof FindingQuery>['finding']>

/** A corrective action with all its form shows. */
export type CorrectiveActionDetail = NonNullable<ResultOf<typeof CorrectiveActionQuery>['correctiveAction']>
