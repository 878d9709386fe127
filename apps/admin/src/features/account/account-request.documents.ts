import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** What a request chooses from, and the rules by which addresses are read. */
export const RequestChoicesQuery = graphql(`
  query RequestChoices {
    components {
      id
      code
      name
    }
    requestForm {
      id
      version
      isDefault
      adoptedAt
      reason
      adoptedBy {
        displayName
      }
      requiredDetails
      questions {
        key
        label
        help
        kind
        choices
        required
        risk
        clause {
          id
          title
        }
      }
    }
    platforms(first: 100, filter: { kind: PROFILE }) {
      edges {
        node {
          id
          slug
          name
          state
          rules
        }
      }
    }
    tools: platforms(first: 100, filter: { kind: TOOL }) {
      edges {
        node {
          name
          domains
        }
      }
    }
  }
`)

/** What is registered under an address, and which registered accounts it could be taken for. */
export const ProfileUrlCheckQuery = graphql(`
  query ProfileUrlCheck($profileUrl: String!) {
    profileUrlCheck(profileUrl: $profileUrl) {
      registered {
        slug
        title
        handle
        status
      }
      similar {
        reason
        account {
          slug
          title
          handle
          status
          platform {
            name
          }
        }
      }
    }
  }
`)

/** What addresses are read by. */
export type StoredServices = Pick<ResultOf<typeof RequestChoicesQuery>, 'platforms' | 'tools'>

/** A platform with its rules as they are stored. */
export type PlatformWithRules = ResultOf<typeof RequestChoicesQuery>['platforms']['edges'][number]['node']
