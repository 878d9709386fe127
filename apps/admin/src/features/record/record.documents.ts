import { graphql } from '@official-accounts/client/graphql'
import { AuditEntryFields } from '../../record/timeline.documents.ts'

/** Of which kind a record is, and its name in addresses. */
export const RecordQuery = graphql(
  `
    query RecordPlace($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Account {
          slug
        }
        ... on Platform {
          slug
        }
        ... on RoleGrant {
          person {
            id
          }
        }
        ... on CorrectiveAction {
          finding {
            id
          }
        }
        ... on RiskMitigation {
          risk {
            id
          }
        }
        ... on MigrationRow {
          migration {
            id
          }
        }
        ... on Component {
          code
          slug
        }
        ... on GuidanceVersion {
          document {
            id
          }
        }
        ... on ComponentProcess {
          component {
            slug
          }
        }
        ... on ComponentPolicy {
          component {
            slug
          }
        }
        ... on AuditEntry {
          ...AuditEntryFields
        }
      }
    }
  `,
  [AuditEntryFields],
)
