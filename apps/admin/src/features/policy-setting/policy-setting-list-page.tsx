import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { ClauseText } from '../../ui/clause-list.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { enumWords } from '../../ui/words.ts'
import { PolicySettingsQuery, type PolicySettingRow } from './policy-setting.documents.ts'
import { settingPath } from './setting-path.ts'

/** The numbers of the policy that the Directive does not give. */
export function PolicySettingListPage() {
  const [state, retry] = useQuery({ query: PolicySettingsQuery })
  const mayChange = useMayEver('policySetting.change')
  return (
    <>
      <PageHeading title="Policy settings" />
      <p className="usa-intro-small">
        The Directive gives none of these numbers. Each is a standard of this product until the Assistant
        Secretary for Public Affairs sets it; what runs already keeps the day it was given. A queue of work
        may have days of its own: they are set from <Link to="/work/queues">the ageing of work</Link>.
      </p>
      <QueryView state={state} what="the policy settings" onRetry={retry}>
        {({ policySettings }) => (
          <DataTable
            caption="Policy settings"
            rows={policySettings}
            rowKey={({ id }) => id}
            columns={[
              { label: 'What', rowHeader: true, cell: nameOf },
              { label: 'Value', cell: ({ value, unit }) => `${value} ${unit.toLowerCase()}` },
              { label: 'Clause', cell: ({ clause }) => clause && <ClauseText clause={clause} /> },
              { label: 'Set', cell: (setting) => <SetBy setting={setting} /> },
              ...(mayChange ? [{ label: 'Change', cell: ChangeLink }] : []),
            ]}
          />
        )}
      </QueryView>
    </>
  )
}

function SetBy({ setting }: { readonly setting: PolicySettingRow }) {
  const { isStandard, changedAt, changedBy, reason, standardValue } = setting
  if (isStandard || changedAt === null) return 'Standard: nobody has set it'
  return (
    <>
      <InstantText at={changedAt} /> by {changedBy?.displayName ?? 'the Assistant Secretary’s office'}:{' '}
      {reason} (standard: {standardValue})
    </>
  )
}

function nameOf({ title, queue }: PolicySettingRow): string {
  return queue === null ? title : `${title}, in the queue “${enumWords(queue)}”`
}

function ChangeLink(setting: PolicySettingRow) {
  const { key, queue } = setting
  if (key === null) return null
  return (
    <Link to="/settings/$id" params={{ id: settingPath(key, queue) }} className="usa-link">
      Change<span className="usa-sr-only"> {nameOf(setting)}</span>
    </Link>
  )
}
