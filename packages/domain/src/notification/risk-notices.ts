import type { Notice } from './notification.ts'
import { tell } from './tell.ts'

/** What is told of risks and what is done about them; the office of a risk’s area is its holder. */
export const RISK_NOTICES = {
  'risk.raised': tell('A risk was raised and waits to be assessed', 'HOLDER', 'COMPONENT_DIRECTOR'),
  'risk.assessed': tell('A risk was assessed', 'REQUESTER', 'COMPONENT_DIRECTOR'),
  'risk.mitigated': tell('A risk counts as mitigated', 'REQUESTER', 'COMPONENT_DIRECTOR'),
  'risk.accepted': tell('A risk was accepted for a time', 'REQUESTER', 'COMPONENT_DIRECTOR', 'ASPA'),
  'risk.reviewed': tell('A risk was looked at again and stays', 'COMPONENT_DIRECTOR'),
  'risk.closed': tell('A risk was closed', 'REQUESTER', 'COMPONENT_DIRECTOR'),
  'risk.reopened': tell('A risk is open again', 'REQUESTER', 'HOLDER', 'COMPONENT_DIRECTOR'),
  'risk.reviewDue': tell('A platform changed its texts: a risk on it is to be looked at again', 'HOLDER'),
  'risk.mitigationPlanned': tell('Something is to be done about a risk', 'HOLDER', 'COMPONENT_DIRECTOR'),
  'risk.mitigationDone': tell('Something was done about a risk', 'REQUESTER', 'COMPONENT_DIRECTOR'),
  'risk.mitigationDropped': tell('Something will not be done about a risk', 'HOLDER', 'COMPONENT_DIRECTOR'),
} as const satisfies Readonly<Record<string, Notice>>
