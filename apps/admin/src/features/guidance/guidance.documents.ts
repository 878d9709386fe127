import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** The library, the newest document first. */
export const GuidanceLibraryQuery = graphql(`
  query GuidanceLibrary {
    guidanceDocuments(first: 100) {
      totalCount
      edges {
        node {
          __typename
          id
          kind
          topic
          title
          sample
          versions {
            __typename
            id
            number
            standing
            effectiveFrom
            acknowledgedAt
            roles
          }
        }
      }
    }
  }
`)

/** A document with everything it says and said. */
export const GuidanceDocumentQuery = graphql(`
  query GuidanceDocument($id: ID!) {
    guidanceDocument(id: $id) {
      __typename
      id
      kind
      topic
      title
      sample
      version
      versions {
        __typename
        id
        number
        body
        changeSummary
        roles
        standing
        effectiveFrom
        processesReviewedBy
        acknowledgedAt
        publishedAt
        publishedBy {
          __typename
          id
          displayName
        }
      }
    }
  }
`)

/** Who has to acknowledge a version, and who has. */
export const GuidanceCoverageQuery = graphql(`
  query GuidanceCoverage($version: ID!) {
    guidanceReaders(first: 50, version: $version, acknowledged: false) {
      totalCount
      acknowledgedCount
      edges {
        node {
          person {
            __typename
            id
            displayName
          }
        }
      }
    }
  }
`)

export const AcknowledgeGuidanceMutation = graphql(
  `
    mutation AcknowledgeGuidance($input: AcknowledgeGuidanceInput!) {
      result: acknowledgeGuidance(input: $input) {
        ... on GuidanceVersion {
          __typename
          id
          acknowledgedAt
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const PublishGuidanceMutation = graphql(
  `
    mutation PublishGuidance($input: PublishGuidanceInput!) {
      result: publishGuidance(input: $input) {
        ... on GuidanceDocument {
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

/** A document in the library. */
export type LibraryRow = ResultOf<typeof GuidanceLibraryQuery>['guidanceDocuments']['edges'][number]['node']
/** A document on its own page. */
export type GuidanceDetail = NonNullable<ResultOf<typeof GuidanceDocumentQuery>['guidanceDocument']>
/** One of its versions. */
export type GuidanceVersionDetail = GuidanceDetail['versions'][number]
