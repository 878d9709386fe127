import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { OfferedActionFields } from '../../record/record.documents.ts'

const IncidentFields = graphql(`
  fragment IncidentFields on Incident {
    __typename
    id
    version
    kind
    state
    address
    likeness
    likenessScore
    evidence
    platformReference
    publicNotice
    noticeLanguage
    noticePublishedAt
    noticeWithdrawnAt
    outcome
    afterAction
    reportedAt
    containedAt
    resolvedAt
    component {
      code
    }
    account {
      slug
      title
    }
    reportedBy {
      displayName
    }
    checklist {
      text
      doneAt
    }
  }
`)

// What changed, and no more: a refusal has a field `state` of its own.
const ChangedIncident = graphql(`
  fragment ChangedIncident on Incident {
    __typename
    id
    version
  }
`)

/** A page of incidents. */
export const IncidentListQuery = graphql(
  `
    query IncidentList($first: Int!, $after: String, $filter: IncidentFilter) {
      incidents(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...IncidentFields
          }
        }
      }
    }
  `,
  [IncidentFields],
)

/** One incident with what may be done. */
export const IncidentQuery = graphql(
  `
    query IncidentDetail($id: ID!) {
      incident(id: $id) {
        ...IncidentFields
        availableActions {
          ...OfferedActionFields
        }
      }
    }
  `,
  [IncidentFields, OfferedActionFields],
)

export const ReportIncidentMutation = graphql(
  `
    mutation ReportIncident($input: ReportIncidentInput!) {
      result: reportIncident(input: $input) {
        ...ChangedIncident
        ...RefusalFields
      }
    }
  `,
  [ChangedIncident, RefusalFields],
)

export const ContainIncidentMutation = graphql(
  `
    mutation ContainIncident($input: ContainIncidentInput!) {
      result: containIncident(input: $input) {
        ...ChangedIncident
        ...RefusalFields
      }
    }
  `,
  [ChangedIncident, RefusalFields],
)

export const PublishIncidentNoticeMutation = graphql(
  `
    mutation PublishIncidentNotice($input: PublishIncidentNoticeInput!) {
      result: publishIncidentNotice(input: $input) {
        ...ChangedIncident
        ...RefusalFields
      }
    }
  `,
  [ChangedIncident, RefusalFields],
)

export const WithdrawIncidentNoticeMutation = graphql(
  `
    mutation WithdrawIncidentNotice($input: WithdrawIncidentNoticeInput!) {
      result: withdrawIncidentNotice(input: $input) {
        ...ChangedIncident
        ...RefusalFields
      }
    }
  `,
  [ChangedIncident, RefusalFields],
)

export const RecordRecoveryStepMutation = graphql(
  `
    mutation RecordRecoveryStep($input: RecoveryStepInput!) {
      result: recordRecoveryStep(input: $input) {
        ...ChangedIncident
        ...RefusalFields
      }
    }
  `,
  [ChangedIncident, RefusalFields],
)

export const ResolveIncidentMutation = graphql(
  `
    mutation ResolveIncident($input: ResolveIncidentInput!) {
      result: resolveIncident(input: $input) {
        ...ChangedIncident
        ...RefusalFields
      }
    }
  `,
  [ChangedIncident, RefusalFields],
)

/** An incident in a list. */
export type IncidentRow = ResultOf<typeof IncidentListQuery>['incidents']['edges'][number]['node']
/** An incident on its page. */
export type IncidentDetail = NonNullable<ResultOf<typeof IncidentQuery>['incident']>
