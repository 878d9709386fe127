import { defineMachine } from '../state-machine.ts'
import type { CertificationPartState, CertificationState } from './certification.ts'

/** What may be done to a certification as a whole, named as the commands are. */
export const CERTIFICATION_ACTIONS = ['closeCertification', 'remindCertification'] as const
export type CertificationAction = (typeof CERTIFICATION_ACTIONS)[number]

/** The life of a certification: open until its result is frozen. */
export const certificationMachine = defineMachine<CertificationState, CertificationAction>('certification', {
  OPEN: { closeCertification: 'CLOSED', remindCertification: 'OPEN' },
  CLOSED: {},
})

/** What may be done to a component's part, named as the mutations are. */
export const CERTIFICATION_PART_ACTIONS = [
  'answerCertification',
  'confirmUnchanged',
  'certifyComponent',
  'returnCertification',
  'returnCertificationAnswer',
] as const
export type CertificationPartAction = (typeof CERTIFICATION_PART_ACTIONS)[number]

/** The life of a component's part while its certification is open. */
export const certificationPartMachine = defineMachine<CertificationPartState, CertificationPartAction>(
  'part of a certification',
  {
    OPEN: {
      answerCertification: 'OPEN',
      confirmUnchanged: 'OPEN',
      certifyComponent: 'CERTIFIED',
      returnCertificationAnswer: 'RETURNED',
    },
    CERTIFIED: { returnCertification: 'RETURNED', returnCertificationAnswer: 'RETURNED' },
    RETURNED: {
      answerCertification: 'RETURNED',
      confirmUnchanged: 'RETURNED',
      certifyComponent: 'CERTIFIED',
      returnCertificationAnswer: 'RETURNED',
    },
  },
)
