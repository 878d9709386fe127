import {
  DISCOVERED_ACCOUNT_STATES,
  DISCOVERY_CLOSURES,
} from '@official-accounts/domain/discovered-account/discovered-account'
import { describedEnum } from '../../described-enum.ts'

export const DiscoveredAccountStateEnum = describedEnum(
  'DiscoveredAccountState',
  'Where an account found in use without approval stands (V.B.8).',
  DISCOVERED_ACCOUNT_STATES,
  {
    REPORTED: 'Reported; waits for Public Affairs’ decision.',
    ADOPTED: 'Adopted: a request for it walks the ordinary way.',
    CLOSED: 'Closed: taken down, or not the department’s.',
  },
)

export const DiscoveryClosureEnum = describedEnum(
  'DiscoveryClosure',
  'Why a discovered account was closed.',
  DISCOVERY_CLOSURES,
  {
    TAKEN_DOWN: 'It was taken down.',
    NOT_THE_DEPARTMENTS: 'It is not the department’s.',
  },
)
