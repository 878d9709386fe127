import {
  RISK_AREAS,
  RISK_RATINGS,
  RISK_STATES,
  type RiskArea,
  type RiskRating,
  type RiskState,
} from '@official-accounts/domain/risk/risk'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which risks are late: those that were not looked at again in time. */
export const RISK_LATENESS = ['LATE'] as const

/** Which risks the register shows. */
export interface RiskSearch extends Paging {
  readonly area?: RiskArea
  readonly state?: RiskState
  readonly rating?: RiskRating
  readonly late?: 'LATE'
  readonly component?: string
  readonly platform?: string
}

/** Reads the address of the register; what makes no sense is left out. */
export function readRiskSearch(raw: RawSearch): RiskSearch {
  return {
    area: choiceOf(RISK_AREAS, raw['area']),
    state: choiceOf(RISK_STATES, raw['state']),
    rating: choiceOf(RISK_RATINGS, raw['rating']),
    late: choiceOf(RISK_LATENESS, raw['late']),
    component: textOf(raw['component']),
    platform: textOf(raw['platform']),
    ...readPaging(raw),
  }
}

/** What a risk is to be raised about and where it was seen, where the address names it by global ids. */
export interface RaisedSubject {
  readonly account?: string
  readonly platform?: string
  readonly report?: string
  readonly finding?: string
  readonly incident?: string
}

/** Reads the address of the form that raises a risk. */
export function readRaisedSubject(raw: RawSearch): RaisedSubject {
  return {
    account: textOf(raw['account']),
    platform: textOf(raw['platform']),
    report: textOf(raw['report']),
    finding: textOf(raw['finding']),
    incident: textOf(raw['incident']),
  }
}
