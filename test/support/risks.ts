/** A risk to privacy without its subject, a high assessment of it, and something to be done about it. */
export const RISK = {
  area: 'PRIVACY',
  title: 'Private messages reach the platform',
  description: 'People may write about themselves in messages that the platform reads.',
}
export const ASSESSMENT = { likelihood: 'LIKELY', impact: 'SERIOUS', reviewBy: '2098-01-01' }
export const MITIGATION = {
  task: 'Switch private messages off.',
  ownerRole: 'COMPONENT_DIRECTOR',
  dueOn: '2097-01-01',
}
