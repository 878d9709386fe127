import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** A page of what the reader was told, and how they are told by e-mail. */
export const NotificationsQuery = graphql(`
  query Notifications($first: Int!, $after: String, $unread: Boolean) {
    me {
      unreadNotifications
      mailPreference
    }
    mailOutage {
      __typename
      id
      version
      beganAt
      nextAttemptAt
      attempts
      failure
    }
    notifications(first: $first, after: $after, unread: $unread) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          __typename
          id
          kind
          words
          subjectName
          subjectType
          subjectId
          createdAt
          readAt
          mailState
        }
      }
    }
  }
`)

/** How much the reader has not read. */
export const UnreadCountQuery = graphql(`
  query UnreadCount {
    me {
      unreadNotifications
    }
  }
`)

export const MarkReadMutation = graphql(
  `
    mutation MarkRead($input: MarkNotificationReadInput!) {
      result: markNotificationRead(input: $input) {
        ... on Notification {
          __typename
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const MarkAllReadMutation = graphql(
  `
    mutation MarkAllRead($input: MarkAllNotificationsReadInput!) {
      result: markAllNotificationsRead(input: $input) {
        ... on Person {
          __typename
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const RetryMailMutation = graphql(
  `
    mutation RetryMail($input: RetryMailInput!) {
      result: retryMail(input: $input) {
        ... on MailOutage {
          __typename
          id
          version
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const SetPreferenceMutation = graphql(
  `
    mutation SetPreference($input: SetNotificationPreferenceInput!) {
      result: setNotificationPreference(input: $input) {
        ... on NotificationPreference {
          __typename
          id
          version
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

type Page = ResultOf<typeof NotificationsQuery>

/** Something the reader was told. */
export type NotificationRow = Page['notifications']['edges'][number]['node']

/** The outage of the mail server that goes on. */
export type MailOutage = NonNullable<Page['mailOutage']>

/** How the reader is told by e-mail. */
export type MailPreference = NonNullable<Page['me']>['mailPreference']
