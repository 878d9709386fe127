import { PERMISSIONS } from '../access/permissions.ts'
import { CLAUSES, isClauseId } from '../directive/clauses.ts'

/** Every clause with what it asks, whether an exception may lift it, and the permissions it stands behind. */
export function clauseTable(): string {
  const rows = Object.entries(CLAUSES).map(([id, { title, exceptionable }]) => [
    id,
    title,
    exceptionable ? 'yes' : 'never',
    permissionsUnder(id).join(', '),
  ])
  const head = ['clause', 'what it asks', 'may an exception lift it', 'permissions under it']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function permissionsUnder(id: string): readonly string[] {
  if (!isClauseId(id)) return []
  return Object.entries(PERMISSIONS)
    .filter(([, { clause }]) => clause === id)
    .map(([name]) => `\`${name}\``)
}
