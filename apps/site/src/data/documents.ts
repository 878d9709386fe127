import { graphql } from '@official-accounts/client/graphql'

/** Tells which state of the directory is being read: asked before and after the pull. */
export const directoryStatusDocument = graphql(`
  query SiteDirectoryStatus {
    directoryStatus {
      asOf
      version
      accountCount
      componentCount
      platformCount
      digest
    }
  }
`)

/** Everything the site shows that is not an account. */
export const directoryReferenceDocument = graphql(`
  query SiteDirectoryReference {
    directoryComponents {
      code
      slug
      name
      kind
      websiteUrl
      parent {
        slug
      }
    }
    directoryPlatforms {
      slug
      name
      alsoCalled
      kind
      state
      homepageUrl
      hosts
      rules
      termsNegotiated
      termsSigned
      termsSource
      personalLoginRequired
      prohibitedByLaw
      prohibitedOn
    }
    directoryArchivedListings {
      platform {
        slug
      }
      canonicalKey
      handle
      source
      listedOn
    }
    guidancePages {
      slug
      title
      body
    }
  }
`)

/** One page of accounts, in the order of the directory. */
export const directoryAccountsDocument = graphql(`
  query SiteDirectoryAccounts($first: Int!, $after: String) {
    directoryAccounts(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          slug
          title
          handle
          profileUrl
          canonicalKey
          status
          platform {
            slug
          }
          component {
            slug
          }
          purpose
          language
          topics
          officialOutletUrl
          commentPolicyUrl
          privacyNoticeUrl
          source
          listedOn
          officialSince
          lastConfirmedOn
          suspendedOn
          notice
          noticeLanguage
          noticeSince
          retiredOn
          aliases {
            handle
            canonicalKey
            profileUrl
            former
            from
            until
          }
          successor {
            slug
          }
          changedAt
        }
      }
    }
  }
`)

/** What changed last, newest first: what the change feed tells. */
export const directoryChangesDocument = graphql(`
  query SiteDirectoryChanges($first: Int!) {
    directoryChanges(first: $first) {
      edges {
        node {
          id
          kind
          at
          account {
            slug
          }
        }
      }
    }
  }
`)
