import type { Role } from '@official-accounts/domain/access/roles'

/** Somebody to sign in as on a developer's machine: no real person, and known by the name of an office. */
export interface Persona {
  readonly name: string
  readonly displayName: string
  readonly affiliation: 'EMPLOYEE' | 'CONTRACTOR' | 'PROGRAM'
  /** Code of the component the persona works for and holds component roles for; null for the department's offices. */
  readonly component: string | null
  readonly roles: readonly Role[]
  /** What the sign-in page says. */
  readonly may: string
}

function office(name: string, title: string, role: Role, may: string): Persona {
  return {
    name,
    displayName: `Persona ${title}`,
    affiliation: 'EMPLOYEE',
    component: null,
    roles: [role],
    may,
  }
}

function staff(name: string, component: string, title: string, role: Role, may: string): Persona {
  const displayName = `Persona ${title} ${component}`
  return { name, displayName, affiliation: 'EMPLOYEE', component, roles: [role], may }
}

const DIRECTS = 'endorses requests of the component, names its contacts, suspends its accounts'
const MANAGES = 'requests, claims, updates and retires accounts of the component'

/** Everybody on the development sign-in page, in its order. */
export const PERSONAS: readonly Persona[] = [
  office('aspa', 'ASPA', 'ASPA', 'approves and denies accounts and platforms, decides on imports'),
  office('opa', 'OPA', 'OPA', 'gives permission for requests, submits imports, requests for any component'),
  office('cio', 'CIO', 'CIO', 'reviews platforms for security, suspends accounts'),
  office('records', 'Records Officer', 'RECORDS_OFFICER', 'confirms archives, reviews platforms for records'),
  office('privacy', 'Privacy Officer', 'PRIVACY_OFFICER', 'reviews platforms for privacy'),
  office('foia', 'FOIA Officer', 'FOIA_OFFICER', 'reads everything for requests under the FOIA'),
  office('crcl', 'CRCL Officer', 'CRCL_OFFICER', 'reviews platforms for civil rights and civil liberties'),
  office('counsel', 'General Counsel', 'GENERAL_COUNSEL', 'reviews platforms and their terms'),
  office('policy', 'Office of Policy', 'POLICY_OFFICE', 'reads everything'),
  office('operations', 'Operations Coordination', 'OPERATIONS_COORDINATION', 'reads everything'),
  staff('director-cbp', 'CBP', 'Director', 'COMPONENT_DIRECTOR', DIRECTS),
  staff('director-fema', 'FEMA', 'Director', 'COMPONENT_DIRECTOR', DIRECTS),
  staff('manager-cbp', 'CBP', 'Manager', 'ACCOUNT_MANAGER', MANAGES),
  staff('manager-fema', 'FEMA', 'Manager', 'ACCOUNT_MANAGER', MANAGES),
  staff('author-cbp', 'CBP', 'Author', 'CONTENT_AUTHOR', 'writes for accounts of the component'),
  staff('author-fema', 'FEMA', 'Author', 'CONTENT_AUTHOR', 'writes for accounts of the component'),
  {
    name: 'contractor-cbp',
    displayName: 'Persona Contractor CBP',
    affiliation: 'CONTRACTOR',
    component: 'CBP',
    roles: ['CONTENT_AUTHOR'],
    may: 'writes for accounts of the component, as a contractor',
  },
  {
    name: 'employee',
    displayName: 'Persona Employee',
    affiliation: 'EMPLOYEE',
    component: null,
    roles: [],
    may: 'reads the listed accounts',
  },
  office('analyst', 'Analyst', 'ANALYST', 'reads everything and changes nothing'),
  office('inspector', 'Inspector', 'INSPECTOR', 'reads everything and changes nothing'),
  office('admin', 'Administrator', 'ADMIN', 'grants and takes back roles, and approves nothing'),
]

/** The program that signs in by client credentials; its name is its client id. */
export const PROGRAM: Persona = {
  name: 'program',
  displayName: 'Persona Program',
  affiliation: 'PROGRAM',
  component: null,
  roles: ['ANALYST'],
  may: 'reads everything, by client credentials',
}

/** The persona of a name; undefined when there is none. */
export function findPersona(name: string): Persona | undefined {
  return PERSONAS.find((persona) => persona.name === name)
}
