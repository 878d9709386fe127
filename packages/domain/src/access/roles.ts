/** The offices and duties of the Directive, and where each holds. */
export interface RoleDefinition {
  readonly title: string
  /** COMPONENT roles hold for one component and the parts below it. */
  readonly scope: 'DEPARTMENT' | 'COMPONENT'
  /** What the holder may read: everything, the own components, or the listed accounts alone. */
  readonly reads: 'DEPARTMENT' | 'COMPONENT' | 'LISTED'
  /** Whether the holder changes records at all; readers never do. */
  readonly writes: boolean
  /** Whether the holder decides: an office, a component's director, or who gives out the roles. Others ask and carry out. */
  readonly decides: boolean
}

export const ROLES = {
  ASPA: {
    title: 'Assistant Secretary for Public Affairs',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  OPA: {
    title: 'Office of Public Affairs',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  CIO: {
    title: 'Chief Information Officer',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  RECORDS_OFFICER: {
    title: 'Chief Records Officer',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  PRIVACY_OFFICER: {
    title: 'Chief Privacy Officer',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  FOIA_OFFICER: {
    title: 'Chief FOIA Officer',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  CRCL_OFFICER: {
    title: 'Officer for Civil Rights and Civil Liberties',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  GENERAL_COUNSEL: {
    title: 'General Counsel',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  POLICY_OFFICE: {
    title: 'Office of Policy',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  OPERATIONS_COORDINATION: {
    title: 'Operations Coordination',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
  COMPONENT_DIRECTOR: {
    title: 'Component public affairs director',
    scope: 'COMPONENT',
    reads: 'COMPONENT',
    writes: true,
    decides: true,
  },
  ACCOUNT_MANAGER: {
    title: 'Account manager',
    scope: 'COMPONENT',
    reads: 'COMPONENT',
    writes: true,
    decides: false,
  },
  CONTENT_AUTHOR: {
    title: 'Content author',
    scope: 'COMPONENT',
    reads: 'COMPONENT',
    writes: true,
    decides: false,
  },
  EMPLOYEE: { title: 'Employee', scope: 'DEPARTMENT', reads: 'LISTED', writes: false, decides: false },
  ANALYST: {
    title: 'Oversight analyst',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: false,
    decides: false,
  },
  INSPECTOR: {
    title: 'Inspector general',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: false,
    decides: false,
  },
  ADMIN: {
    title: 'Administrator of roles',
    scope: 'DEPARTMENT',
    reads: 'DEPARTMENT',
    writes: true,
    decides: true,
  },
} as const satisfies Record<string, RoleDefinition>

export type Role = keyof typeof ROLES

/** Every role, in the order people are shown them. */
export const ROLE_NAMES = Object.keys(ROLES).filter(isRole)

/** Whether a text names a role. */
export function isRole(value: string): value is Role {
  return Object.hasOwn(ROLES, value)
}
