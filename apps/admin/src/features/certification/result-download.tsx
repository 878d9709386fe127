import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useClient } from 'urql'
import { CertificationResultQuery } from './certification.documents.ts'

interface ResultDownloadProps {
  readonly id: string
  readonly name: string
}

/** Saves a frozen result byte by byte as its digest covers it. */
export function ResultDownload({ id, name }: ResultDownloadProps) {
  const client = useClient()
  const [told, setTold] = useState('')
  async function save() {
    const { data } = await client.query(CertificationResultQuery, { id }).toPromise()
    const text = data?.certification?.result ?? null
    if (text === null) return setTold('The whole result is for the department’s offices.')
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = fileName(name)
    link.click()
    URL.revokeObjectURL(address)
    setTold('Saved.')
  }
  return (
    <section aria-labelledby="result-heading">
      <h2 id="result-heading">Result</h2>
      <p>
        <Button type="button" outline onClick={() => void save()}>
          Save the result
        </Button>{' '}
        <span role="status">{told}</span>
      </p>
      <p>
        The file is the frozen result, byte by byte. To verify it, compute its SHA-256, for example with{' '}
        <code>sha256sum {fileName(name)}</code> (on Windows <code>Get-FileHash {fileName(name)}</code>), and
        compare it with the digest above, which the audit keeps with the closing as well.
      </p>
    </section>
  )
}

function fileName(name: string): string {
  return `${name.replaceAll(/[^A-Za-z0-9]+/g, '-')}.json`
}
