import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { numberOf, requiredValue, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords } from '../../ui/words.ts'
import {
  ChangePolicySettingMutation,
  PolicySettingsQuery,
  type PolicySettingRow,
} from './policy-setting.documents.ts'
import { readSettingPath, settingPath } from './setting-path.ts'

/** The form that sets one number of the policy. */
export function PolicySettingPage() {
  const { id } = useParams({ from: '/settings/$id' })
  const [state, retry] = useQuery({ query: PolicySettingsQuery })
  if (!useMayEver('policySetting.change'))
    return <ForbiddenNotice title="Change a policy setting" permission="policySetting.change" />
  return (
    <QueryView state={state} what="the policy setting" onRetry={retry}>
      {({ policySettings }) => {
        const { key, queue } = readSettingPath(id)
        const general = policySettings.find((one) => one.key === key && one.queue === null)
        const own = policySettings.find((one) => one.key === key && one.queue === queue)
        return general ? (
          <SettingForm setting={own ?? general} queue={queue} version={own?.version ?? null} />
        ) : (
          <RecordMissing noun="policy setting" />
        )
      }}
    </QueryView>
  )
}

function fieldsOf({ unit, least, most }: PolicySettingRow): readonly FormField[] {
  return [
    {
      name: 'value',
      label: `Value, in ${unit.toLowerCase()}`,
      control: 'NUMBER',
      required: true,
      hint: `Between ${least} and ${most}.`,
    },
    { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true, hint: 'Kept with the setting.' },
  ]
}

interface SettingFormProps {
  readonly setting: PolicySettingRow
  /** The queue it is set for; null for everything. */
  readonly queue: string | null
  /** The version seen; null where the queue has no number of its own yet. */
  readonly version: number | null
}

function SettingForm({ setting, queue, version }: SettingFormProps) {
  const navigate = useNavigate()
  const { key, title, value } = setting
  if (key === null) return <RecordMissing noun="policy setting" />
  return (
    <>
      <PageHeading title="Change a policy setting" />
      <p className="usa-intro-small">
        {title}
        {queue === null ? '.' : `, in the queue “${enumWords(queue)}” alone.`}
      </p>
      <ChangeForm
        formKey={`policy-setting/${settingPath(key, queue)}`}
        fields={fieldsOf(setting)}
        initial={{ value: value.toString() }}
        submitLabel="Set it"
        request={(values, idempotencyKey) =>
          change(ChangePolicySettingMutation, {
            key,
            queue,
            value: numberOf(values, 'value') ?? -1,
            reason: requiredValue(values, 'reason'),
            expectedVersion: version,
            idempotencyKey,
          })
        }
        onDone={() => {
          showNotice('The policy setting was changed.')
          void navigate({ to: '/settings' })
        }}
        cancel={
          <Link to="/settings" className="usa-button usa-button--unstyled">
            Back to the policy settings
          </Link>
        }
      />
    </>
  )
}
