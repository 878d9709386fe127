import { permissionRule, type Permission } from '@official-accounts/domain/access/permissions'
import { ROLES } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { PageHeading } from './page-heading.tsx'

interface ForbiddenNoticeProps {
  readonly title: string
  readonly permission: Permission
}

/** Stands where a page would be that the reader's roles do not open: which roles do, and under which clause. */
export function ForbiddenNotice({ title, permission }: ForbiddenNoticeProps) {
  const { roles, clause } = permissionRule(permission)
  return (
    <>
      <PageHeading title={title} />
      <p>Your roles do not allow this. It takes one of these ({clause}):</p>
      <ul className="usa-list">
        {roles.map((role) => (
          <li key={role}>{ROLES[role].title}</li>
        ))}
      </ul>
      <p>
        Ask somebody who holds one of them, or an administrator of roles, who is listed among the{' '}
        <Link to="/people" className="usa-link">
          people
        </Link>
        .
      </p>
    </>
  )
}
