import { Link, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import type { FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { AddressReading } from './address-reading.tsx'
import { DETAIL_FIELDS, REQUEST_FIELDS, USE_FIELD } from './account-fields.ts'
import { knownServices, requestAccount } from './account-request.ts'
import { demandedFields, questionFields } from '../request-form/request-form-fields.ts'
import type { RequestFormDetail } from '../request-form/request-form.documents.ts'
import { RequestChoicesQuery } from './account-request.documents.ts'

/** The request for a new account, with what its address means read while it is typed (V.B.2, V.B.3, V.B.10). */
export function RequestPage() {
  const navigate = useNavigate()
  const mayRequest = useMayEver('account.request')
  const [state, retry] = useQuery({ query: RequestChoicesQuery, requestPolicy: 'cache-first' })
  if (!mayRequest) return <ForbiddenNotice title="Request an account" permission="account.request" />
  return (
    <>
      <PageHeading title="Request an account" />
      <p className="usa-intro-small">
        The component’s director endorses the request, the Chief Information Officer attests its security,
        Civil Rights and Civil Liberties is heard where the risk screen asks for it, the Office of Public
        Affairs gives its permission, and the Assistant Secretary approves it. Nobody decides on a request of
        their own (V.B.2).
      </p>
      <QueryView state={state} what="the form" onRetry={retry}>
        {(data) => {
          const services = knownServices(data)
          return (
            <ChangeForm
              formKey="account/request"
              fields={requestFields(data.components, data.requestForm)}
              initial={{ useCategory: 'PUBLIC_COMMUNICATION', loginModel: 'OFFICIAL' }}
              submitLabel="Send the request"
              request={(values, key) => requestAccount(values, key, data.requestForm)}
              after={(name, { profileUrl = '' }) =>
                name === 'profileUrl' && <AddressReading input={profileUrl} services={services} />
              }
              onDone={({ id }) => {
                showNotice('The request was sent. The component’s director is next.')
                void navigate({ to: '/records/$id', params: { id } })
              }}
              cancel={
                <Link to="/accounts" className="usa-button usa-button--unstyled">
                  Back to the accounts; the draft is kept
                </Link>
              }
            />
          )
        }}
      </QueryView>
    </>
  )
}

interface ComponentChoice {
  readonly id: string
  readonly code: string
  readonly name: string
}

function requestFields(components: readonly ComponentChoice[], form: RequestFormDetail): FormField[] {
  const choices = components.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` }))
  return [
    {
      name: 'profileUrl',
      label: 'Address of the account',
      control: 'ADDRESS',
      required: true,
      hint: 'Paste the whole address of the profile, existing or planned. It says which platform and which handle.',
    },
    {
      name: 'componentId',
      label: 'Component',
      control: 'CHOICE',
      required: true,
      choices,
      hint: 'Whose account it would be.',
    },
    USE_FIELD,
    ...demandedFields(form, [...DETAIL_FIELDS, ...REQUEST_FIELDS]),
    ...questionFields(form),
  ]
}
