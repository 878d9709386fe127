import { permissionRule, type Permission } from '@official-accounts/domain/access/permissions'
import { ROLES } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { useMayEver } from '../../session/viewer-context.ts'
import { PageHeading } from '../../ui/page-heading.tsx'

interface Step {
  readonly title: string
  readonly permission: Permission
  readonly text: string
}

const STEPS: readonly Step[] = [
  {
    title: 'You ask',
    permission: 'access.request',
    text: 'Say which mission need it serves, from which department system, for which accounts and until when. Whoever works here may ask, contractors included.',
  },
  {
    title: 'It is decided',
    permission: 'access.decide',
    text: 'Approved or denied, with a reason you can read. Nobody decides on access of their own.',
  },
  {
    title: 'It is provided',
    permission: 'access.provision',
    text: 'Through department systems. No password or key is ever kept in this registry.',
  },
  {
    title: 'It ends, or you ask to renew it',
    permission: 'access.renew',
    text: 'On its date the access ends by itself. What is renewed is decided again.',
  },
  {
    title: 'It can be taken back at any time',
    permission: 'access.revoke',
    text: 'Revoked access ends at once, and the reason is kept.',
  },
]

/** How employees get access: who asks, who decides, what is refused (V.B.4, OIG.1). */
export function AccessProcessPage() {
  const mayRequest = useMayEver('access.request')
  return (
    <>
      <PageHeading title="How to get access" />
      <p className="usa-intro-small">
        Access to social media from department systems is denied unless it is granted, for a mission need, to
        manage an official account or to look at accounts outside the department (V.B.4).
      </p>
      <ol className="usa-process-list">
        {STEPS.map(({ title, permission, text }) => (
          <li key={permission} className="usa-process-list__item">
            <h2 className="usa-process-list__heading">{title}</h2>
            <p>{text}</p>
            <p className="usa-hint">{whoWords(permission)}</p>
          </li>
        ))}
      </ol>
      <h2>What is refused</h2>
      <ul className="usa-list">
        <li>Operational use: it has rules of its own and is never granted here (II.B).</li>
        <li>A platform prohibited by statute, such as TikTok: nobody gets access to it (V.B.1, V.A.2).</li>
        <li>Access without an end, or with an end in the past.</li>
      </ul>
      {mayRequest && (
        <p>
          <Link to="/access/request" className="usa-button">
            Ask for access
          </Link>
        </p>
      )}
    </>
  )
}

function whoWords(permission: Permission): string {
  const { roles, clause } = permissionRule(permission)
  if (roles.length > 8) return `By whoever works here (${clause}).`
  return `By: ${roles.map((role) => ROLES[role].title).join(', ')} (${clause}).`
}
