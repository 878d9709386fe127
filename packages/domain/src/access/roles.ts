/** The offices and duties of the Directive, and where each holds. */
export interface RoleDefinition {
  readonly title: string
  /** COMPONENT roles hold for one component and the parts below it. */
  readonly scope: 'DEPARTMENT' | 'COMPONENT'
  /** What the holder may read: everything, the own components, or the listed accounts alone. */
  readonly reads: 'DEPARTMENT' | 'COMPONENT' | 'LISTED'
  /** Whether the holder changes records at all; readers never do. */
  readonly writes: boolean
}

export const ROLES = {
  ASPA: {
    title: 'Assistant Secretary for Public Affairs',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
  },
  OPA: { title: 'Office of Public Affairs', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: true },
  CIO: { title: 'Chief Information Officer', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: true },
  RECORDS_OFFICER: { title: 'Chief Records Officer', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: true },
  PRIVACY_OFFICER: { title: 'Chief Privacy Officer', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: true },
  FOIA_OFFICER: { title: 'Chief FOIA Officer', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: true },
  CRCL_OFFICER: {
    title: 'Officer for Civil Rights and Civil Liberties',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
  },
  GENERAL_COUNSEL: { title: 'General Counsel', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: true },
  POLICY_OFFICE: { title: 'Office of Policy', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: true },
  OPERATIONS_COORDINATION: {
    title: 'Operations Coordination',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
  },
  COMPONENT_DIRECTOR: {
    title: 'Component public affairs director',
    scope: 'COMPONENT',
    reads: 'COMPONENT',
    writes: true,
  },
  ACCOUNT_MANAGER: { title: 'Account manager', scope: 'COMPONENT', reads: 'COMPONENT', writes: true },
  CONTENT_AUTHOR: { title: 'Content author', scope: 'COMPONENT', reads: 'COMPONENT', writes: true },
  EMPLOYEE: { title: 'Employee', scope: 'DEPARTMENT', reads: 'LISTED', writes: false },
  ANALYST: { title: 'Oversight analyst', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: false },
  INSPECTOR: { title: 'Inspector general', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: false },
  ADMIN: { title: 'Administrator of roles', scope: 'DEPARTMENT', reads: 'DEPARTMENT', writes: true },
} as const satisfies Record<string, RoleDefinition>

export type Role = keyof typeof ROLES

/** Every role, in the order people are shown them. */
export const ROLE_NAMES = Object.keys(ROLES).filter(isRole)

/** Whether a text names a role. */
export function isRole(value: string): value is Role {
  return Object.hasOwn(ROLES, value)
}
