import { ACCOUNT_STATES, type AccountState } from '@official-accounts/domain/account/account'
import { ACCOUNT_ACTIONS, accountMachine } from '@official-accounts/domain/account/account-machine'
import { PLATFORM_STATES, type PlatformState } from '@official-accounts/domain/platform/platform'
import { PLATFORM_ACTIONS, platformMachine } from '@official-accounts/domain/platform/platform-machine'
import { nextStates } from '@official-accounts/domain/state-machine'
import { expect, it } from 'vitest'
import { layoutMachine } from './machine-layout.ts'

const ACCOUNT_PATH: readonly AccountState[] = [
  'REQUESTED',
  'ENDORSED',
  'APPROVED',
  'ACTIVE',
  'RETIRING',
  'RETIRED',
]
const PLATFORM_PATH: readonly PlatformState[] = ['PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'RETIRED']

const account = layoutMachine(accountMachine, ACCOUNT_STATES, ACCOUNT_ACTIONS, ACCOUNT_PATH)
const platform = layoutMachine(platformMachine, PLATFORM_STATES, PLATFORM_ACTIONS, PLATFORM_PATH)

it('places every state once, and no two on top of each other', () => {
  expect(account.places.map(({ state }) => state).toSorted()).toEqual(ACCOUNT_STATES.toSorted())
  expect(platform.places.map(({ state }) => state).toSorted()).toEqual(PLATFORM_STATES.toSorted())
  for (const { places } of [account, platform]) {
    for (const a of places) {
      const near = places.filter((b) => a !== b && a.row === b.row && Math.abs(a.column - b.column) < 1)
      expect(near, a.state).toEqual([])
    }
  }
})

it('draws exactly the ways the table has', () => {
  const drawn = account.ways.flatMap(({ from, to, bothWays }) =>
    bothWays ? [`${from} ${to}`, `${to} ${from}`] : [`${from} ${to}`],
  )
  const table = ACCOUNT_STATES.flatMap((from) =>
    ACCOUNT_ACTIONS.flatMap((action) => {
      const targets = nextStates(accountMachine, from, action).filter((to) => to !== from)
      return targets.map((to) => `${from} ${to}`)
    }),
  )
  expect(drawn.toSorted()).toEqual([...new Set(table)].toSorted())
})
