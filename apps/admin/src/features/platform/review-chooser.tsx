import { REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { Link } from '@tanstack/react-router'
import { useViewer } from '../../session/viewer-context.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { enumWords } from '../../ui/words.ts'
import type { PlatformDetail } from './platform.documents.ts'

/** The reviews that belong to the offices of whoever asks, each with its form. */
export function ReviewChooser({ platform }: { readonly platform: PlatformDetail }) {
  const { roles } = useViewer()
  const own = REVIEW_KINDS.filter((kind) => roles.some(({ role }) => role === REVIEW_OFFICES[kind].role))
  const { slug, name, reviews } = platform
  return (
    <>
      <PageHeading title={`Record a review: ${name}`} />
      {own.length === 0 && <p>Your offices give no review of a platform.</p>}
      <ul className="usa-list">
        {own.map((kind) => (
          <li key={kind}>
            <Link to="/platforms/$slug/reviews/$kind" params={{ slug, kind }} className="usa-link">
              {enumWords(kind)} review
            </Link>
            : {enumWords(reviews.find((review) => review.kind === kind)?.outcome ?? 'DUE')}
          </li>
        ))}
      </ul>
      <Link to="/platforms/$slug" params={{ slug }} className="usa-button usa-button--unstyled">
        Back to the platform
      </Link>
    </>
  )
}
