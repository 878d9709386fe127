import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** How the clauses are kept that facts can tell. */
export const ScorecardQuery = graphql(`
  query Scorecard {
    complianceScorecard {
      asOf
      scores {
        componentCode
        componentName
        checked
        met
        open
        excepted
        clause {
          id
          title
        }
      }
      checks {
        code
        title
        subject
        severity
        clause {
          id
          title
        }
      }
    }
  }
`)

/** The scorecard and one line of it. */
export type Scorecard = ResultOf<typeof ScorecardQuery>['complianceScorecard']
export type Score = Scorecard['scores'][number]
