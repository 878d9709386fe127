import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { OfferedActionFields } from '../../record/record.documents.ts'

/** What a list tells of a risk. */
const RiskRowFields = graphql(`
  fragment RiskRowFields on Risk {
    __typename
    id
    version
    area
    state
    title
    residualRating
    reviewBy
    reviewOverdue
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
  }
`)

/** All that a mitigation's part of a page shows and its forms begin with. */
const RiskMitigationFields = graphql(
  `
    fragment RiskMitigationFields on RiskMitigation {
      __typename
      id
      version
      task
      state
      dueOn
      overdue
      ownerRole
      outcome
      evidenceUrl
      settledAt
      owner {
        displayName
      }
      settledBy {
        displayName
      }
      availableActions {
        ...OfferedActionFields
      }
    }
  `,
  [OfferedActionFields],
)

/** A page of the register of risks. */
export const RiskListQuery = graphql(
  `
    query RiskList($first: Int!, $after: String, $filter: RiskFilter) {
      risks(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...RiskRowFields
          }
        }
      }
    }
  `,
  [RiskRowFields],
)

/** One risk with what is done about it and what may be done. */
export const RiskQuery = graphql(
  `
    query RiskPage($id: ID!) {
      risk(id: $id) {
        ...RiskRowFields
        description
        likelihood
        impact
        inherentRating
        residualLikelihood
        residualImpact
        reviewBecause
        acceptedUntil
        raisedAt
        acceptedBy {
          displayName
        }
        raisedBy {
          displayName
        }
        report {
          id
          kind
        }
        finding {
          id
          detail
        }
        incident {
          id
          kind
        }
        availableActions {
          ...OfferedActionFields
        }
        mitigations {
          ...RiskMitigationFields
        }
      }
    }
  `,
  [RiskRowFields, RiskMitigationFields, OfferedActionFields],
)

/** A mitigation, and the risk it is about. */
export const RiskMitigationQuery = graphql(
  `
    query RiskMitigationPage($id: ID!) {
      riskMitigation(id: $id) {
        ...RiskMitigationFields
        risk {
          id
          title
        }
      }
    }
  `,
  [RiskMitigationFields],
)

/** A risk in a list. */
export type RiskRow = ResultOf<typeof RiskListQuery>['risks']['edges'][number]['node']
/** A risk on its page. */
export type RiskDetail = NonNullable<ResultOf<typeof RiskQuery>['risk']>
/** A mitigation with all its form shows. */
export type RiskMitigationDetail = NonNullable<ResultOf<typeof RiskMitigationQuery>['riskMitigation']>
