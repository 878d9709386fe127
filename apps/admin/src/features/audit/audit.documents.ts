import { graphql } from '@official-accounts/client/graphql'
import { AuditEntryFields } from '../../record/timeline.documents.ts'

/** A page of the audit, newest first. */
export const AuditQuery = graphql(
  `
    query Audit($first: Int!, $after: String, $filter: AuditFilter, $orderBy: AgeOrder) {
      auditEntries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...AuditEntryFields
          }
        }
      }
    }
  `,
  [AuditEntryFields],
)
