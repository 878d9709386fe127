import { permissionRule, type Permission } from '@official-accounts/domain/access/permissions'
import { ROLES, type Role } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { useViewer } from '../session/viewer-context.ts'
import { PageHeading } from './page-heading.tsx'

interface ForbiddenNoticeProps {
  readonly title: string
  readonly permission: Permission
}

/** Stands where a page would be that the reader's roles do not open: which roles do, under which clause, who grants them. */
export function ForbiddenNotice({ title, permission }: ForbiddenNoticeProps) {
  const { roles, clause } = permissionRule(permission)
  const held = useViewer().roles.map((role) => role.title)
  return (
    <>
      <PageHeading title={title} />
      <p>
        You lack a role for this, under clause{' '}
        <Link to="/directive" hash={clause} className="usa-link">
          {clause}
        </Link>
        . {roles.length === 1 ? 'It takes' : 'It takes one of these'}:
      </p>
      <ul className="usa-list">
        {roles.map((role) => (
          <li key={role}>
            {ROLES[role].title}
            {ROLES[role].scope === 'COMPONENT' && ', for the component in question'}
          </li>
        ))}
      </ul>
      <p>
        {held.length === 0 ? 'You hold no role at present.' : `You hold: ${[...new Set(held)].join(', ')}.`}
      </p>
      <p>
        {titles(permissionRule('role.grant').roles)} can grant it. Holders of roles are listed among the{' '}
        <Link to="/people" className="usa-link">
          people
        </Link>
        ; or ask somebody who holds one of the roles above to do it.
      </p>
    </>
  )
}

function titles(roles: readonly Role[]): string {
  return `An ${roles.map((role) => ROLES[role].title.toLowerCase()).join(' or ')}`
}
