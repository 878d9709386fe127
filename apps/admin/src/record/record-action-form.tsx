import type { ChangeRequest } from '@official-accounts/client/change'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ChangeForm } from '../form/change-form.tsx'
import type { FormField, FormValues } from '../form/form-field.ts'
import { useSeenVersion, type SeenFact } from '../form/seen-version.ts'
import { showNotice } from '../ui/notice-state.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import type { OfferedAction } from './action-list.tsx'
import { BlockedNotice } from './blocked-notice.tsx'

/** An action's form: its words, what it asks, and what it sends with the version that was seen. */
export interface RecordCommand<Record> {
  readonly label: string
  readonly send: string
  readonly done: string
  readonly fields: readonly FormField[]
  readonly request: (record: Record, values: FormValues, idempotencyKey: string) => ChangeRequest
}

interface RecordActionFormProps<Record> {
  readonly record: Record
  readonly title: string
  readonly action: string
  readonly command: RecordCommand<Record>
  /** What a person could have read before deciding; a newer version is compared with it. */
  readonly facts: (record: Record) => readonly SeenFact[]
  readonly onReload: () => void
  readonly back: ReactNode
}

interface ActedOn {
  readonly id: string
  readonly version: number
  readonly availableActions: readonly OfferedAction[]
}

/** The form of one action on one record; it leads back to the record once the action is done. */
export function RecordActionForm<Record extends ActedOn>({
  record,
  title,
  action,
  command,
  facts,
  onReload,
  back,
}: RecordActionFormProps<Record>) {
  const navigate = useNavigate()
  const { seen, initial, newer } = useSeenVersion(record, { initial: NOTHING_TYPED, facts })
  const { id, availableActions } = record
  const blocker = availableActions.find((offered) => offered.action === action)?.blockedBy
  return (
    <>
      <PageHeading title={`${command.label}: ${title}`} />
      {blocker && <BlockedNotice blocker={blocker} />}
      <ChangeForm
        formKey={`${id}/${action}`}
        fields={command.fields}
        initial={initial}
        newer={newer}
        submitLabel={command.send}
        request={(values, idempotencyKey) => command.request(seen, values, idempotencyKey)}
        onRefused={onReload}
        onDone={() => {
          showNotice(command.done)
          void navigate({ to: '/records/$id', params: { id } })
        }}
        cancel={back}
      />
    </>
  )
}

const NOTHING_TYPED = () => ({})
