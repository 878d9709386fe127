import type { ChangeRequest } from '@official-accounts/client/change'
import { Button } from '@trussworks/react-uswds'
import { useChange } from '../../form/use-change.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { failureWords } from '../../ui/problem.tsx'

interface ChangeButtonProps {
  readonly label: string
  /** What is said when it has been done. */
  readonly done: string
  readonly request: (idempotencyKey: string) => ChangeRequest
}

/** A button that sends one change without a question, and says what came of it. */
export function ChangeButton({ label, done, request }: ChangeButtonProps) {
  const { progress, hindrance, send } = useChange()
  async function press(): Promise<void> {
    const sent = await send({}, request)
    if (sent.kind === 'DONE') showNotice(done)
  }
  return (
    <p>
      <Button type="button" outline disabled={progress !== 'IDLE'} onClick={() => void press()}>
        {label}
      </Button>{' '}
      <span role="alert">
        {hindrance?.kind === 'REFUSED' && hindrance.refusal.message}
        {hindrance?.kind === 'FAILED' && failureWords(hindrance.failure)}
      </span>
    </p>
  )
}
