import { change } from '@official-accounts/client/change'
import { readFailure } from '@official-accounts/client/result'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Label } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useClient } from 'urql'
import { FormTrouble } from '../../form/form-trouble.tsx'
import { useChange, type Hindrance } from '../../form/use-change.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SubmitMigrationMutation } from './import-changes.documents.ts'
import { ImportPreviewQuery, type ImportPreview } from './import.documents.ts'
import { PreviewReport } from './preview-report.tsx'
import { readUtf8 } from './read-utf8.ts'

interface ChosenFile {
  readonly fileName: string
  readonly content: string
}

/** Imports a register's file: chosen, previewed row by row, then submitted for a decision (V.B.6). */
export function SubmitPage() {
  const maySubmit = useMayEver('migration.submit')
  if (!maySubmit) return <ForbiddenNotice title="Import a file" permission="migration.submit" />
  return (
    <>
      <PageHeading title="Import a file" />
      <p className="usa-intro-small">
        A CSV file in UTF-8 with one of the known sets of columns, at most 1 MB. The preview writes nothing;
        the Assistant Secretary decides before any row is applied.
      </p>
      <SubmitForm />
    </>
  )
}

function SubmitForm() {
  const navigate = useNavigate()
  const { file, preview, problem, hindrance, choose } = usePreview()
  const submission = useChange()

  async function submit(chosen: ChosenFile) {
    const record = await submission.send({ fileName: chosen.fileName }, (idempotencyKey) =>
      change(SubmitMigrationMutation, { ...chosen, idempotencyKey }),
    )
    if (record === null) return
    showNotice('The import was submitted. The Assistant Secretary decides on it.')
    void navigate({ to: '/imports/$id', params: { id: record.id } })
  }

  return (
    <div className="change-form">
      <FormTrouble
        hindrance={submission.hindrance ?? hindrance}
        placed={[]}
        loose={issuesOf(hindrance)}
        attempt={0}
        idOf={() => 'import-file'}
      />
      <Label htmlFor="import-file">CSV file</Label>
      <input
        id="import-file"
        className="file-choice"
        type="file"
        accept=".csv,text/csv"
        onChange={({ target }) => void choose(target.files?.[0] ?? null)}
      />
      <p role="status">
        {problem ?? (file !== null && preview === null && hindrance === null ? 'Judging every row…' : '')}
      </p>
      {file && preview && (
        <>
          <PreviewReport fileName={file.fileName} preview={preview} />
          <div className="form-buttons">
            <Button
              type="button"
              aria-disabled={submission.pending}
              onClick={() => (submission.pending ? undefined : void submit(file))}
            >
              {submission.pending ? 'Submitting…' : 'Submit for a decision'}
            </Button>
            <Link to="/imports" className="usa-button usa-button--unstyled">
              Back to the imports
            </Link>
          </div>
        </>
      )}
      {file === null && problem === null && (
        <Alert type="info" slim>
          Choose a file to see what would become of each of its rows.
        </Alert>
      )}
    </div>
  )
}

function issuesOf(hindrance: Hindrance | null) {
  return hindrance?.kind === 'REFUSED' && hindrance.refusal.__typename === 'InvalidInputError'
    ? hindrance.refusal.issues
    : []
}

function usePreview() {
  const client = useClient()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)

  async function choose(chosen: File | null) {
    setPreview(null)
    setHindrance(null)
    const content = chosen === null ? null : readUtf8(await chosen.arrayBuffer())
    setProblem(
      chosen !== null && content === null
        ? `${chosen.name} is not a text in UTF-8. Save it as CSV UTF-8 and choose it again.`
        : null,
    )
    const next = chosen !== null && content !== null ? { fileName: chosen.name, content } : null
    setFile(next)
    if (next === null) return
    const { data, error } = await client
      .query(ImportPreviewQuery, next, { requestPolicy: 'network-only' })
      .toPromise()
    if (error) return setHindrance({ kind: 'FAILED', failure: readFailure(error) })
    const result = data?.migrationPreview
    if (!result) return
    if (result.__typename === 'MigrationPreview') return setPreview(result)
    setHindrance({ kind: 'REFUSED', refusal: result })
  }
  return { file, preview, problem, hindrance, choose }
}
