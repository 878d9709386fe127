import { change } from '@official-accounts/client/change'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Label } from '@trussworks/react-uswds'
import { FormTrouble } from '../../form/form-trouble.tsx'
import { useChange } from '../../form/use-change.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ColumnsNotice } from './columns-notice.tsx'
import { ObstacleNotice, TooBigNotice, UnreadableNotice } from './file-obstacle.tsx'
import { SubmitMigrationMutation } from './import-changes.documents.ts'
import { PreviewReport } from './preview-report.tsx'
import { usePreview, type ChosenFile, type PreviewStep } from './use-preview.ts'

/** Imports a register's file: chosen, previewed row by row, then submitted for a decision (V.B.6). */
export function SubmitPage() {
  const maySubmit = useMayEver('migration.submit')
  if (!maySubmit) return <ForbiddenNotice title="Import a file" permission="migration.submit" />
  return (
    <>
      <PageHeading title="Import a file" />
      <p className="usa-intro-small">
        A CSV file in UTF-8 with one of the known sets of columns, at most 1 MiB. The preview writes nothing;
        the Assistant Secretary decides before any row is applied.
      </p>
      <SubmitForm />
    </>
  )
}

function SubmitForm() {
  const { step, choose, acceptMended, askAgain } = usePreview()
  return (
    <>
      <div className="change-form">
        <Label htmlFor="import-file">CSV file</Label>
        <input
          id="import-file"
          className="file-choice"
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => void choose(target.files?.[0] ?? null)}
        />
        <p role="status">{statusOf(step)}</p>
        {step.kind === 'NO_FILE' && (
          <Alert type="info" slim>
            Choose a file to see what would become of each of its rows.
          </Alert>
        )}
        {step.kind === 'OBSTACLE' && (
          <ObstacleNotice {...step} onAccept={() => void acceptMended(step.fileName, step.obstacle)} />
        )}
        {step.kind === 'TOO_BIG' && <TooBigNotice {...step} />}
        {step.kind === 'OTHER_COLUMNS' && <ColumnsNotice header={step.header} />}
        {step.kind === 'HINDERED' && <Hindered step={step} onRetry={() => void askAgain(step.file)} />}
      </div>
      {step.kind === 'PREVIEW' && (
        <>
          <PreviewReport step={step} />
          <Submission key={step.preview.sourceSha256} file={step.file} />
        </>
      )}
    </>
  )
}

function statusOf(step: PreviewStep): string {
  if (step.kind === 'JUDGING') return `Judging every row of ${step.file.fileName}…`
  if (step.kind !== 'PREVIEW') return ''
  return `${step.preview.rowCount.toLocaleString('en-US')} rows were judged. Nothing has been written.`
}

interface HinderedProps {
  readonly step: Extract<PreviewStep, { kind: 'HINDERED' }>
  readonly onRetry: () => void
}

function Hindered({ step: { file, hindrance }, onRetry }: HinderedProps) {
  if (hindrance.kind === 'REFUSED' && hindrance.refusal.__typename === 'InvalidInputError')
    return <UnreadableNotice fileName={file.fileName} issues={hindrance.refusal.issues} />
  return (
    <>
      <FormTrouble hindrance={hindrance} placed={[]} loose={[]} attempt={0} idOf={() => 'import-file'} />
      <Button type="button" outline onClick={onRetry}>
        Judge the file again
      </Button>
    </>
  )
}

function Submission({ file }: { readonly file: ChosenFile }) {
  const navigate = useNavigate()
  const { send, progress, hindrance } = useChange()
  const idle = progress === 'IDLE'

  async function submit() {
    const sent = await send({ ...file }, (idempotencyKey) =>
      change(SubmitMigrationMutation, { ...file, idempotencyKey }),
    )
    if (sent.kind !== 'DONE') return
    showNotice('The import was submitted. The Assistant Secretary decides on it.')
    void navigate({ to: '/imports/$id', params: { id: sent.record.id } })
  }

  return (
    <div className="change-form">
      <FormTrouble hindrance={hindrance} placed={[]} loose={[]} attempt={0} idOf={() => 'import-file'} />
      <div className="form-buttons">
        <Button type="button" aria-disabled={!idle} onClick={() => void submit()}>
          {idle ? 'Submit for a decision' : 'Submitting…'}
        </Button>
        <Link to="/imports" className="usa-button usa-button--unstyled">
          Back to the imports
        </Link>
        <span role="status">{progress === 'RETRYING' && 'The server cannot be reached. Trying again…'}</span>
      </div>
    </div>
  )
}
