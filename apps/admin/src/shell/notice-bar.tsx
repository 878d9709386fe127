import { Alert } from '@trussworks/react-uswds'
import { useNotice } from '../ui/notice-state.ts'

/** Says what has just been done. The region stays, so that its text is announced. */
export function NoticeBar() {
  const notice = useNotice()
  return (
    <div role="status">
      {notice !== null && (
        <Alert type="success" slim>
          <p className="usa-alert__text">{notice}</p>
        </Alert>
      )}
    </div>
  )
}
