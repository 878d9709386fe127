import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** All that an account's page shows and its forms begin with. */
export const AccountQuery = graphql(`
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
`)

/** An account with all its page shows. */
export type AccountDetail = NonNullable<ResultOf<typeof AccountQuery>['account']>
