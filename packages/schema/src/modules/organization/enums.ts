import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { EVERYWHERE } from '../../builder.ts'
import { describedEnum } from '../../described-enum.ts'

export const ComponentKindEnum = describedEnum(
  'ComponentKind',
  'What a part of the department is.',
  ['DEPARTMENT', 'OPERATIONAL', 'SUPPORT'],
  {
    DEPARTMENT: 'The department itself.',
    OPERATIONAL: 'An operational component.',
    SUPPORT: 'A supporting office or directorate.',
  },
  EVERYWHERE,
)

export const RoleEnum = describedEnum('Role', 'The offices and duties of the Directive.', ROLE_NAMES, {
  ASPA: 'Assistant Secretary for Public Affairs.',
  OPA: 'Office of Public Affairs.',
  CIO: 'Chief Information Officer.',
  RECORDS_OFFICER: 'Chief Records Officer.',
  PRIVACY_OFFICER: 'Chief Privacy Officer.',
  FOIA_OFFICER: 'Chief FOIA Officer.',
  CRCL_OFFICER: 'Officer for Civil Rights and Civil Liberties.',
  GENERAL_COUNSEL: 'General Counsel.',
  POLICY_OFFICE: 'Office of Policy.',
  OPERATIONS_COORDINATION: 'Operations Coordination.',
  COMPONENT_DIRECTOR: 'A component’s public affairs director.',
  ACCOUNT_MANAGER: 'Manages accounts of a component.',
  CONTENT_AUTHOR: 'Writes content for a component.',
  EMPLOYEE: 'Anybody employed here.',
  ANALYST: 'Reads everything for oversight.',
  INSPECTOR: 'Reads everything for the inspector general.',
  ADMIN: 'Grants roles; approves nothing.',
})

export const AffiliationEnum = describedEnum(
  'Affiliation',
  'How somebody belongs to the department (II.C).',
  ['EMPLOYEE', 'CONTRACTOR', 'NON_DEPARTMENT_ENTITY', 'PROGRAM'],
  {
    EMPLOYEE: 'An employee.',
    CONTRACTOR: 'A contractor.',
    NON_DEPARTMENT_ENTITY: 'Somebody of another body who supports the department.',
    PROGRAM: 'A program that signs in for itself.',
  },
)

export const PersonStateEnum = describedEnum(
  'PersonState',
  'Whether a person may act here.',
  ['ACTIVE', 'DEACTIVATED'],
  {
    ACTIVE: 'May act.',
    DEACTIVATED: 'Left, or may no longer act.',
  },
)
