import { change } from '@official-accounts/client/change'
import { Link, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { reasonField } from '../account/account-fields.ts'
import { itemInput, itemParts, ITEMS_FIELD } from './item-parts.ts'
import { AdoptLawChecklistMutation, LawChecklistQuery } from './law-checklist.documents.ts'

const FIELDS: readonly FormField[] = [ITEMS_FIELD, reasonField(true)]

/** The next version of what law and policy ask of every account, begun from the one in force (V.A.2). */
export function AdoptLawChecklistPage() {
  const navigate = useNavigate()
  const mayAdopt = useMayEver('lawChecklist.adopt')
  const [state, retry] = useQuery({ query: LawChecklistQuery })
  if (!mayAdopt) return <ForbiddenNotice title="Adopt the next version" permission="lawChecklist.adopt" />
  return (
    <>
      <PageHeading title="Adopt the next version of the checklist of law and policy" />
      <QueryView state={state} what="the checklist" onRetry={retry}>
        {({ lawChecklist }) => (
          <ChangeForm
            formKey={`law-checklist/${lawChecklist.version}`}
            fields={FIELDS}
            initial={{ items: itemParts(lawChecklist.items) }}
            submitLabel="Adopt the checklist"
            request={(values, idempotencyKey) =>
              change(AdoptLawChecklistMutation, {
                items: itemInput(values['items'] ?? ''),
                reason: requiredValue(values, 'reason'),
                expectedVersion: lawChecklist.version,
                idempotencyKey,
              })
            }
            onRefused={() => retry({ requestPolicy: 'network-only' })}
            onDone={() => {
              showNotice('The checklist was adopted. What changed is asked of every account anew.')
              void navigate({ to: '/law-checklist' })
            }}
            cancel={
              <Link to="/law-checklist" className="usa-button usa-button--unstyled">
                Back to the checklist; the draft is kept
              </Link>
            }
          />
        )}
      </QueryView>
    </>
  )
}
