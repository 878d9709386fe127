import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** What the audit says of each entry; it keeps ids and no names. */
export const AuditEntryFields = graphql(`
  fragment AuditEntryFields on AuditEntry {
    id
    occurredAt
    actorKind
    actorId
    role
    action
    outcome
    subjectType
    subjectId
    reason
    changes
    groupId
    delegationId
    clauses {
      id
      title
    }
  }
`)

/** A record's audit, newest first. */
export const TimelineQuery = graphql(
  `
    query Timeline($filter: AuditFilter!, $after: String) {
      auditEntries(first: 20, after: $after, filter: $filter) {
        edges {
          node {
            ...AuditEntryFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AuditEntryFields],
)

/** The name behind an id in the audit. */
export const ActorNameQuery = graphql(`
  query ActorName($id: ID!) {
    node(id: $id) {
      __typename
      ... on Person {
        id
        displayName
      }
    }
  }
`)

/** An audit entry as it is shown. */
export type ShownAuditEntry = ResultOf<typeof AuditEntryFields>
