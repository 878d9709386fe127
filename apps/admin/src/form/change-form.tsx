import { Button } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import type { ChangeFormProps } from './change-form-props.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { FieldList } from './field-list.tsx'
import { FormTrouble } from './form-trouble.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import type { ChangeState } from './use-change.ts'
import { useChangeForm } from './use-change-form.ts'

/** A form that sends one change: its fields, its draft, what stands in its way, and its buttons. */
export function ChangeForm(props: ChangeFormProps) {
  const formId = useId()
  const form = useChangeForm(props)
  const { fields } = form
  const idOf = (name: string) => `${formId}-${name}`
  return (
    <form
      noValidate
      className="usa-form change-form"
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <LeaveGuard {...form.draft} onDiscard={form.draft.discard} />
      <FormTrouble {...form.trouble} idOf={idOf} />
      {form.draft.restoredFrom !== null && (
        <DraftNotice savedAt={form.draft.restoredFrom} onDiscard={form.draft.discard} />
      )}
      {form.isOutdated ? (
        <ConflictNotice
          fields={fields}
          conflicts={form.conflicts}
          differences={props.newer?.differences ?? []}
          choices={form.choices}
          idOf={idOf}
          onChoose={form.choose}
          onAccept={() => {
            if (form.acceptNewer()) document.getElementById(idOf('caught-up'))?.focus()
          }}
        />
      ) : null}
      <p id={idOf('caught-up')} tabIndex={-1} role="status" className="caught-up">
        {form.caughtUp && 'You go on from the newest version. Look it over, then send.'}
      </p>
      {fields.some(({ required }) => required) && (
        <p className="required-note">A star (*) marks what is needed.</p>
      )}
      <FieldList
        fields={fields}
        values={form.draft.values}
        issues={form.trouble.placed}
        idOf={idOf}
        onChange={form.draft.set}
        after={props.after}
      />
      <SendLine progress={form.progress} submitLabel={props.submitLabel} cancel={props.cancel} />
    </form>
  )
}

interface SendLineProps {
  readonly progress: ChangeState['progress']
  readonly submitLabel: string
  readonly cancel: ReactNode
}

function SendLine({ progress, submitLabel, cancel }: SendLineProps) {
  return (
    <div className="form-buttons">
      <Button type="submit" aria-disabled={progress !== 'IDLE'}>
        {progress === 'IDLE' ? submitLabel : 'Sending…'}
      </Button>
      {cancel}
      <span role="status">{progress === 'RETRYING' && 'The server cannot be reached. Trying again…'}</span>
    </div>
  )
}
