import { BULK_ACTION_NAMES, isAnswerAction } from '@official-accounts/domain/bulk/bulk-actions'
import { Link } from '@tanstack/react-router'
import { bulkWords } from '../bulk/bulk-words.ts'
import type { PartDetail } from './certification-part.documents.ts'

interface TogetherLinksProps {
  readonly part: PartDetail
  readonly chosen: readonly string[]
}

/** From a component's part to acts on many of its accounts: those chosen, or all of them, each with a dry run first. */
export function TogetherLinks({ part, chosen }: TogetherLinksProps) {
  const { certification, component, availableActions, accountCount } = part
  const offered = BULK_ACTION_NAMES.filter(isAnswerAction).filter((name) =>
    availableActions.some(({ action, allowed }) => action === name && allowed),
  )
  if (offered.length === 0) return null
  const all = { component: component.code, certification: certification.id }
  const meant = chosen.length > 0 ? { ids: [...chosen], certification: certification.id } : all
  const count =
    chosen.length > 0 ? `the ${chosen.length} chosen` : `all ${accountCount.toLocaleString('en-US')}`
  return (
    <div className="bulk-bar" role="group" aria-label="Act on several accounts">
      {offered.map((action) => (
        <Link
          key={action}
          to="/accounts/bulk"
          search={{ ...meant, action }}
          className="usa-button usa-button--outline"
        >
          {bulkWords(action).label} (for {count})
        </Link>
      ))}
    </div>
  )
}
