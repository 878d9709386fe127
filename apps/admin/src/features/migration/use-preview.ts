import { readFailure } from '@official-accounts/client/result'
import { readColumns } from '@official-accounts/domain/migration/column-sets'
import { useRef, useState } from 'react'
import { useClient, type Client } from 'urql'
import type { Hindrance } from '../../form/use-change.ts'
import { ImportPreviewQuery, type ImportPreview } from './import.documents.ts'
import { readBytes, readHeader, readText, type FileReading, type Obstacle } from './read-file.ts'
import { LARGEST_REQUEST, requestBytes } from './upload-size.ts'

/** A file as it would be submitted. */
export interface ChosenFile {
  readonly fileName: string
  readonly content: string
}

/** How far a chosen file has come on its way to a preview. */
export type PreviewStep =
  | { readonly kind: 'NO_FILE' }
  | { readonly kind: 'OBSTACLE'; readonly fileName: string; readonly obstacle: Obstacle }
  | { readonly kind: 'TOO_BIG'; readonly fileName: string; readonly bytes: number }
  | { readonly kind: 'OTHER_COLUMNS'; readonly fileName: string; readonly header: readonly string[] }
  | { readonly kind: 'JUDGING'; readonly file: ChosenFile }
  | { readonly kind: 'HINDERED'; readonly file: ChosenFile; readonly hindrance: Hindrance }
  | {
      readonly kind: 'PREVIEW'
      readonly file: ChosenFile
      readonly preview: ImportPreview
      readonly header: readonly string[]
      readonly notes: readonly string[]
    }

/** Reads a chosen file and asks what importing it would do; nothing is written. */
export function usePreview() {
  const client = useClient()
  const [step, setStep] = useState<PreviewStep>({ kind: 'NO_FILE' })
  // A file chosen while another is judged takes its place.
  const round = useRef(0)

  async function judge(fileName: string, reading: FileReading, notes: readonly string[]): Promise<void> {
    const mine = ++round.current
    if (reading.kind === 'OBSTACLE')
      return setStep({ kind: 'OBSTACLE', fileName, obstacle: reading.obstacle })
    const file = { fileName, content: reading.text }
    const early = beforeSending(file)
    if (early !== null) return setStep(early)
    setStep({ kind: 'JUDGING', file })
    const next = await ask(client, file, [...notes, ...reading.notes])
    if (mine === round.current) setStep(next)
  }
  return {
    step,
    async choose(chosen: File | null) {
      round.current += 1
      if (chosen === null) return setStep({ kind: 'NO_FILE' })
      await judge(chosen.name, readBytes(new Uint8Array(await chosen.arrayBuffer())), [])
    },
    async acceptMended(fileName: string, { offer, mended }: Obstacle) {
      await judge(fileName, readText(mended), [
        `As agreed: ${offer.charAt(0).toLowerCase()}${offer.slice(1)}.`,
      ])
    },
    askAgain: (file: ChosenFile) => judge(file.fileName, readText(file.content), []),
  }
}

function beforeSending(file: ChosenFile): PreviewStep | null {
  const { fileName, content } = file
  const bytes = requestBytes(file)
  if (bytes > LARGEST_REQUEST) return { kind: 'TOO_BIG', fileName, bytes }
  const header = readHeader(content)
  return readColumns(header).known ? null : { kind: 'OTHER_COLUMNS', fileName, header }
}

async function ask(client: Client, file: ChosenFile, notes: readonly string[]): Promise<PreviewStep> {
  const { data, error } = await client
    .query(ImportPreviewQuery, { ...file }, { requestPolicy: 'network-only' })
    .toPromise()
  if (error) return { kind: 'HINDERED', file, hindrance: { kind: 'FAILED', failure: readFailure(error) } }
  const result = data?.migrationPreview
  if (!result) return { kind: 'NO_FILE' }
  if (result.__typename !== 'MigrationPreview')
    return { kind: 'HINDERED', file, hindrance: { kind: 'REFUSED', refusal: result } }
  return { kind: 'PREVIEW', file, preview: result, header: readHeader(file.content), notes }
}
