import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { useSeenVersion } from '../../form/seen-version.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import type { AccountAction } from '@official-accounts/domain/account/account-machine'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { RequestFormQuery, type RequestFormDetail } from '../request-form/request-form.documents.ts'
import { ACCOUNT_COMMANDS } from './account-commands.ts'
import { RequestedAddress } from './requested-address.tsx'
import { accountSeenFacts } from './account-seen-facts.ts'
import { ACCOUNT_ACTION_WORDS, isAccountAction } from './account-words.ts'
import { AccountQuery, type AccountDetail } from './account.documents.ts'

/** The form of one action on one account. */
export function AccountActionPage() {
  const { slug, action } = useParams({ from: '/accounts/$slug/$action' })
  const [state, retry] = useQuery({ query: AccountQuery, variables: { slug }, context: CHANGING_RECORDS })
  const [asked, askAgain] = useQuery({ query: RequestFormQuery })
  if (!isAccountAction(action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the account" onRetry={retry}>
      {({ account }) =>
        account === null ? (
          <RecordMissing noun="account" />
        ) : (
          <QueryView state={asked} what="the form" onRetry={askAgain}>
            {({ requestForm }) => (
              <AccountActionForm
                key={`${account.id} ${action}`}
                account={account}
                form={requestForm}
                action={action}
                onReload={() => {
                  retry({ requestPolicy: 'network-only' })
                  askAgain({ requestPolicy: 'network-only' })
                }}
              />
            )}
          </QueryView>
        )
      }
    </QueryView>
  )
}

interface AccountActionFormProps {
  readonly account: AccountDetail
  readonly form: RequestFormDetail
  readonly action: AccountAction
  readonly onReload: () => void
}

function AccountActionForm({ account, form, action, onReload }: AccountActionFormProps) {
  const navigate = useNavigate()
  const words = ACCOUNT_ACTION_WORDS[action]
  const command = ACCOUNT_COMMANDS[action]
  const { seen, initial, newer } = useSeenVersion(account, {
    initial: command.initial,
    facts: accountSeenFacts,
  })
  const { slug } = account
  const offered = account.availableActions.find((entry) => entry.action === action)
  return (
    <>
      <PageHeading title={`${words.label}: ${seen.title}`} />
      <p className="usa-intro-small">{words.about}</p>
      {offered?.blockedBy && <BlockedNotice blocker={offered.blockedBy} />}
      <ChangeForm
        formKey={`account/${slug}/${action}`}
        fields={command.fields(seen, form)}
        initial={initial}
        newer={newer}
        submitLabel={words.send}
        request={(values, idempotencyKey) =>
          command.request(seen, values, { expectedVersion: seen.version, idempotencyKey }, form)
        }
        onRefused={onReload}
        onDone={() => {
          showNotice(words.done)
          void navigate({ to: '/accounts/$slug', params: { slug } })
        }}
        after={(name, { profileUrl = '' }) =>
          name === 'profileUrl' && <RequestedAddress input={profileUrl} />
        }
        cancel={
          <Link to="/accounts/$slug" params={{ slug }} className="usa-button usa-button--unstyled">
            Back to the account
          </Link>
        }
      />
    </>
  )
}
