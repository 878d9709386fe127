import { versionsInForce } from '../guidance/guidance.ts'
import { policyInForce } from '../security-attestation/security-attestation.ts'
import { trainingStanding } from '../training/training.ts'
import type { ComponentCheck } from './compliance.ts'
import { procedureOf } from './standards.ts'

const isDepartment: ComponentCheck['asks'] = (component) => component.isDepartment

/** What the department owes as a whole: laid to its own component. */
export const DEPARTMENT_CHECKS: readonly ComponentCheck[] = [
  {
    kind: 'COMPONENT',
    code: 'NO_GUIDANCE',
    clause: 'IV.A.3',
    severity: 'HIGH',
    title: 'Procedural guidance of the Assistant Secretary is in force',
    asks: isDepartment,
    find: ({ standards }, now) =>
      versionsInForce(procedureOf(standards), now).length > 0
        ? null
        : { message: 'No procedural guidance is in force.', clauses: ['IV.A.3'] },
  },
  {
    kind: 'COMPONENT',
    code: 'NO_TRAINING',
    clause: 'IV.A.3',
    severity: 'MEDIUM',
    title: 'Training is required of whoever answers for an account',
    asks: isDepartment,
    find: ({ standards: { courses } }, now) =>
      trainingStanding(courses, [], now).required
        ? null
        : { message: 'No course is required of whoever answers for an account.', clauses: ['IV.A.3'] },
  },
  {
    kind: 'COMPONENT',
    code: 'NO_SECURITY_POLICY',
    clause: 'IV.B.3',
    severity: 'HIGH',
    title: 'A security policy for accounts is in force',
    asks: isDepartment,
    find: ({ standards: { securityPolicies } }, now) =>
      policyInForce(securityPolicies, now) === null
        ? { message: 'No version of the security policy for accounts is in force.', clauses: ['IV.B.3'] }
        : null,
  },
  {
    kind: 'COMPONENT',
    code: 'NO_PERSONAL_GUIDANCE',
    clause: 'II.P',
    severity: 'LOW',
    title: 'Guidance on engagement in a personal capacity is in force',
    asks: isDepartment,
    find: ({ standards: { library } }, now) =>
      versionsInForce(library, now).some(({ topic }) => topic === 'PERSONAL_CAPACITY')
        ? null
        : { message: 'No guidance on engagement in a personal capacity is in force.', clauses: ['II.P'] },
  },
  {
    kind: 'COMPONENT',
    code: 'NO_DEPARTMENT_POLICY',
    clause: 'OIG.3',
    severity: 'MEDIUM',
    title: 'A policy of the whole department with legal, privacy and security guidelines is in force',
    asks: isDepartment,
    find({ standards: { library } }, now) {
      const inForce = versionsInForce(library, now).filter(({ kind }) => kind === 'POLICY')
      const missing = (['LEGAL', 'PRIVACY', 'SECURITY'] as const).filter((topic) => {
        return !inForce.some((version) => version.topic === topic)
      })
      if (missing.length === 0) return null
      const topics = missing.map((topic) => topic.toLowerCase()).join(', ')
      return { message: `No policy of the whole department is in force on: ${topics}.`, clauses: ['OIG.3'] }
    },
  },
]
