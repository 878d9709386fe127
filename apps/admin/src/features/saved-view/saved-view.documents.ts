import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** The views of a list, and the components one of them may be for. */
export const SavedViewsQuery = graphql(`
  query SavedViews($list: ViewList!) {
    savedViews(list: $list) {
      id
      name
      search
      scope
      version
      component {
        id
        code
      }
      availableActions {
        action
        allowed
      }
    }
  }
`)

/** The department's parts, to name those a view may be for. */
export const ViewComponentsQuery = graphql(`
  query ViewComponents {
    components {
      id
      code
    }
  }
`)

/** Keeps a view. */
export const SaveViewMutation = graphql(
  `
    mutation SaveView($input: SaveViewInput!) {
      result: saveView(input: $input) {
        __typename
        ... on SavedView {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** Renames a view or fills it anew. */
export const ChangeViewMutation = graphql(
  `
    mutation ChangeView($input: ChangeViewInput!) {
      result: changeView(input: $input) {
        __typename
        ... on SavedView {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** Removes a view. */
export const RemoveViewMutation = graphql(
  `
    mutation RemoveView($input: RemoveViewInput!) {
      result: removeView(input: $input) {
        __typename
        ... on RemovedView {
          id: viewId
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** A view as its list shows it. */
export type SavedView = ResultOf<typeof SavedViewsQuery>['savedViews'][number]
