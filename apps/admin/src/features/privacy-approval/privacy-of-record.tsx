import type { Permission } from '@official-accounts/domain/access/permissions'
import type { AccountText } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { Link } from '@tanstack/react-router'
import { useMayEver } from '../../session/viewer-context.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { PRIVACY_TONES, TEXT_WORDS } from './privacy-approval-words.ts'
import type { PrivacyApprovalRow } from './privacy-approval.documents.ts'

type ListedApproval = Pick<PrivacyApprovalRow, 'id' | 'standing' | 'whose'>

interface PrivacyOfAccountProps {
  readonly account: {
    readonly id: string
    readonly namesPersonIn: readonly AccountText[]
    readonly uncleared: readonly AccountText[]
    readonly privacyApprovals: readonly ListedApproval[]
  }
}

/** What of an account names a person, what of that lacks an approval, and the way to ask for it (IV.C.2). */
export function PrivacyOfAccount({ account }: PrivacyOfAccountProps) {
  const { id, namesPersonIn, uncleared, privacyApprovals } = account
  const lacking = uncleared.map((text) => TEXT_WORDS[text]).join(', ')
  const told = namesPersonIn.length === 0 ? 'No text of it is known to name a person.' : 'It names a person.'
  return (
    <section aria-labelledby="privacy-heading">
      <h2 id="privacy-heading">Personal information</h2>
      <p>
        {lacking === ''
          ? told
          : `It names a person without the Chief Privacy Officer’s approval in force, in: ${lacking} (IV.C.2).`}
      </p>
      <Questions
        approvals={privacyApprovals}
        permission="privacyApproval.requestForAccount"
        subject={{ account: id }}
      />
    </section>
  )
}

interface PrivacyOfAccessProps {
  readonly access: {
    readonly id: string
    readonly uncleared: string | null
    readonly privacyApprovals: readonly ListedApproval[]
  }
}

/** Whether access that looks at people is approved, and the way to ask for it (IV.C.2). */
export function PrivacyOfAccess({ access: { id, uncleared, privacyApprovals } }: PrivacyOfAccessProps) {
  return (
    <>
      <p>{uncleared ?? 'Nothing stands in its way.'}</p>
      <Questions
        approvals={privacyApprovals}
        permission="privacyApproval.requestForAccess"
        subject={{ access: id }}
      />
    </>
  )
}

interface QuestionsProps {
  readonly approvals: readonly ListedApproval[]
  readonly permission: Permission
  readonly subject: { readonly account?: string; readonly access?: string }
}

function Questions({ approvals, permission, subject }: QuestionsProps) {
  const mayAsk = useMayEver(permission)
  return (
    <>
      {approvals.length > 0 && (
        <ul className="usa-list">
          {approvals.map(({ id, standing, whose }) => (
            <li key={id}>
              <Link to="/privacy-approvals/$id" params={{ id }} className="usa-link">
                {whose}
              </Link>{' '}
              <StatusTag status={standing} tone={PRIVACY_TONES[standing]} />
            </li>
          ))}
        </ul>
      )}
      {mayAsk && (
        <p>
          <Link to="/privacy-approvals/request" search={subject} className="usa-link">
            Ask the Chief Privacy Officer
          </Link>
        </p>
      )}
    </>
  )
}
