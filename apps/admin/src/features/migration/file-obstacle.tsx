import { Alert, AlertHeading, Button } from '@trussworks/react-uswds'
import { LARGEST_REQUEST, sizeWords } from './upload-size.ts'
import type { Obstacle } from './read-file.ts'

interface ObstacleNoticeProps {
  readonly fileName: string
  readonly obstacle: Obstacle
  readonly onAccept: () => void
}

/** Why a file cannot be read as it is, and the way on that its owner may agree to. */
export function ObstacleNotice({ fileName, obstacle, onAccept }: ObstacleNoticeProps) {
  return (
    <Alert type="warning" role="alert">
      <AlertHeading level="h2">{fileName} needs a look</AlertHeading>
      <div className="usa-alert__text">
        <p>{obstacle.problem} Save it again as CSV in UTF-8 with commas, or let it be read so:</p>
        {obstacle.sample.length > 0 && <pre className="code-block">{obstacle.sample.join('\n')}</pre>}
        <p>The import then keeps the digest of the text as read here, which is not that of your file.</p>
        <Button type="button" outline onClick={onAccept}>
          {obstacle.offer}
        </Button>
      </div>
    </Alert>
  )
}

interface TooBigNoticeProps {
  readonly fileName: string
  readonly bytes: number
}

/** Says that a file is too big to be sent from here, how big, and which way there is. */
export function TooBigNotice({ fileName, bytes }: TooBigNoticeProps) {
  return (
    <Alert type="error" role="alert">
      <AlertHeading level="h2">{fileName} is too big to be sent from here</AlertHeading>
      <div className="usa-alert__text">
        <p>
          Sending it takes {sizeWords(bytes)}; the server takes {sizeWords(LARGEST_REQUEST)} at a time. Split
          the file, or have an operator import it whole from the command line of the server:
        </p>
        <pre className="code-block">npx --yes pnpm@12.21.0 registry import {shellWord(fileName)}</pre>
        <p>
          With <code>--dry-run</code> that shows what would become of every row and writes nothing.
        </p>
      </div>
    </Alert>
  )
}

interface UnreadableNoticeProps {
  readonly fileName: string
  readonly issues: readonly { readonly path: string; readonly message: string }[]
}

/** What keeps a file from being read as a table, place by place. */
export function UnreadableNotice({ fileName, issues }: UnreadableNoticeProps) {
  return (
    <Alert type="error" role="alert">
      <AlertHeading level="h2">{fileName} cannot be imported as it is</AlertHeading>
      <div className="usa-alert__text">
        <ul className="usa-list">
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{path === 'content' ? message : `${path}: ${message}`}</li>
          ))}
        </ul>
        <p>Put it right and choose it again. Nothing of it was written.</p>
      </div>
    </Alert>
  )
}

function shellWord(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
