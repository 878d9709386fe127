import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { OfferedActionFields } from '../../record/record.documents.ts'

const ModerationRowFields = graphql(`
  fragment ModerationRowFields on ModerationAction {
    __typename
    id
    kind
    reason
    state
    platformReference
    policySection
    doneAt
    recordedAt
    reviewBy
    component {
      code
    }
    account {
      slug
      title
    }
  }
`)

/** A page of acts of moderation. */
export const ModerationListQuery = graphql(
  `
    query ModerationList($first: Int!, $after: String, $filter: ModerationFilter, $orderBy: ModerationOrder) {
      moderationActions(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ModerationRowFields
          }
        }
      }
    }
  `,
  [ModerationRowFields],
)

/** One act with what was said of it and what may be done. */
export const ModerationQuery = graphql(
  `
    query ModerationDetail($id: ID!) {
      moderationAction(id: $id) {
        ...ModerationRowFields
        version
        explanation
        policyUrl
        policyVersion
        recordedBy {
          displayName
        }
        reverses {
          id
          kind
        }
        reversedBy {
          id
          kind
        }
        corrects {
          id
          kind
        }
        correctedBy {
          id
          kind
        }
        steps {
          kind
          reason
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
    }
  `,
  [ModerationRowFields, OfferedActionFields],
)

/** What was moderated last on one account, and whether more may be recorded. */
export const AccountModerationQuery = graphql(
  `
    query AccountModeration($id: ID!) {
      account(id: $id) {
        id
        title
        slug
        commentPolicyUrl
        moderationRecording {
          ...OfferedActionFields
        }
      }
      moderationActions(first: 20, filter: { account: $id }) {
        totalCount
        edges {
          node {
            ...ModerationRowFields
          }
        }
      }
    }
  `,
  [ModerationRowFields, OfferedActionFields],
)

/** How much was moderated. */
export const ModerationReportQuery = graphql(`
  query ModerationReport($filter: ModerationFilter) {
    moderationReport(filter: $filter) {
      total
      inReview
      toBeReversed
      reversed
      byKind {
        kind
        count
      }
      byReason {
        reason
        count
      }
      byComponent {
        code
        count
      }
      byAccount {
        accountId
        title
        count
      }
      byMonth {
        month
        count
      }
    }
  }
`)

/** An act in a list. */
export type ModerationRow = ResultOf<typeof ModerationListQuery>['moderationActions']['edges'][number]['node']
/** An act on its page. */
export type ModerationDetail = NonNullable<ResultOf<typeof ModerationQuery>['moderationAction']>
