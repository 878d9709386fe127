import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { DecisionFields, OfferedActionFields } from '../../record/record.documents.ts'

/** All that an account's page shows and its forms begin with. */
export const AccountQuery = graphql(
  `
    query AccountPage($slug: String!) {
      account(slug: $slug) {
        id
        slug
        version
        title
        handle
        profileUrl
        state
        status
        vacant
        observedStatus
        useCategory
        loginModel
        administrators
        purpose
        missionArea
        justification
        audience
        language
        topics
        namesPersonIn
        uncleared
        privacyApprovals {
          id
          standing
          whose
        }
        officialOutletUrl
        commentPolicyUrl
        privacyNoticeUrl
        recordsCaptureMethod
        source
        listedOn
        claimBy
        claimedAt
        requestedAt
        permittedAt
        activatedAt
        suspendedAt
        retiredAt
        lastConfirmedOn
        platformReviewSince
        changedAt
        requestedBy {
          displayName
        }
        platform {
          id
          slug
          name
          state
        }
        component {
          id
          code
          name
        }
        successor {
          slug
          title
        }
        migration {
          id
          fileName
        }
        availableActions {
          ...OfferedActionFields
        }
        contacts {
          role
          startedAt
          endedAt
          endReason
          person {
            id
            displayName
            email
            state
          }
        }
        confirmations {
          kind
          confirmedAt
          observation
          archiveLocation
          archiveSha256
        }
        decisions {
          ...DecisionFields
        }
        approvalSteps {
          step
          office
          action
          standing
          clause {
            id
            title
          }
        }
        submissions {
          number
          submittedAt
          submittedBy {
            displayName
          }
          form {
            version
          }
          answers {
            key
            label
            value
            risk
          }
          changes {
            field
            label
            before
            after
          }
        }
        timers {
          id
          kind
          startedAt
          dueAt
          daysLeft
          firstWarnedAt
          lastWarnedAt
          escalatedAt
          endedAt
          outcome
          clause {
            id
            title
          }
        }
        securityStanding {
          dueAt
          overdue
          availableAction {
            ...OfferedActionFields
          }
        }
        securityAttestations {
          id
          attestedAt
          multiFactor
          custody
          recoveryDomain
          publishingTools
          administrators
          lastRotatedOn
          attestedBy {
            displayName
          }
          policy {
            number
          }
        }
        findings {
          id
          code
          detail
          state
          openedAt
          closedAt
          clause {
            id
            title
          }
          correctiveActions {
            state
            dueOn
          }
        }
        listings {
          source
          sourceRecord
          profileUrl
          status
          title
          listedOn
        }
        aliases {
          handle
          canonicalKey
          profileUrl
          former
          validFrom
          validUntil
        }
      }
    }
  `,
  [DecisionFields, OfferedActionFields],
)

/** An account with all its page shows. */
export type AccountDetail = NonNullable<ResultOf<typeof AccountQuery>['account']>
