import { graphql, type ResultOf } from '@official-accounts/client/graphql'

const SearchHitFields = graphql(`
  fragment SearchHitFields on SearchHit {
    kind
    recordId
    title
    name
    slug
    state
    componentCode
    platformName
    foundBy
  }
`)

/** The few nearest records, while somebody types. */
export const QuickSearchQuery = graphql(
  `
    query QuickSearch($text: String!) {
      search(text: $text, first: 8) {
        totalCount
        words
        hits {
          ...SearchHitFields
        }
      }
    }
  `,
  [SearchHitFields],
)

/** A page of everything found, with the counts of each kind. */
export const SearchQuery = graphql(
  `
    query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $after: String) {
      search(text: $text, kinds: $kinds, first: $first, after: $after) {
        totalCount
        words
        hasNextPage
        endCursor
        counts {
          kind
          count
        }
        hits {
          ...SearchHitFields
        }
      }
    }
  `,
  [SearchHitFields],
)

/** A record that was found. */
export type SearchHit = ResultOf<typeof SearchHitFields>

/** What kind of record it is. */
export type SearchKind = SearchHit['kind']
