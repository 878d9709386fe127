import { permissionRule, type Permission } from '../access/permissions.ts'
import { ROLE_NAMES, ROLES } from '../access/roles.ts'

/** A command as the matrix lists it. */
export interface ListedCommand {
  readonly name: string
  readonly permission: Permission
}

/**
 * Who may do what, as a Markdown table: a row for every command, a column for every role that may do anything. A mark
 * says that the office may at all; where, and what stands in the way of one record, rules decide. What decides asks a
 * stronger sign-in where the department sets one.
 */
export function permissionMatrix(commands: readonly ListedCommand[]): string {
  const rules = commands
    .map(({ name, permission }) => ({ name, permission, rule: permissionRule(permission) }))
    .sort((a, b) => compare(a.permission, b.permission) || compare(a.name, b.name))
  const roles = ROLE_NAMES.filter((role) => rules.some(({ rule }) => rule.roles.includes(role)))
  const rows = rules.map(({ name, permission, rule }) => [
    `\`${name}\``,
    `\`${permission}\``,
    rule.clause,
    rule.decides ? 'yes' : '',
    ...roles.map((role) => (rule.roles.includes(role) ? 'yes' : '')),
    rule.system ? 'yes' : '',
  ])
  const titles = roles.map((role) => ROLES[role].title)
  const head = ['command', 'permission', 'clause', 'decides', ...titles, 'the system']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
