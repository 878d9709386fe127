import { Link } from '@tanstack/react-router'
import { AuditEntryItem } from '../../record/audit-entry-item.tsx'
import { globalId } from '../../record/global-id.ts'
import type { ShownAuditEntry } from '../../record/timeline.documents.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { fieldWords } from '../../ui/words.ts'

/** One entry of the audit on a page of its own, and the way to the record it is about. */
export function AuditEntryPage({ entry }: { readonly entry: ShownAuditEntry }) {
  const { subjectType, subjectId } = entry
  return (
    <>
      <PageHeading title="Audit entry" />
      <h2 className="usa-sr-only">What it says</h2>
      <ol className="entry-list">
        <AuditEntryItem entry={entry} />
      </ol>
      <p>
        <Link to="/records/$id" params={{ id: globalId(subjectType, subjectId) }} className="usa-link">
          Open the {fieldWords(subjectType).toLowerCase()} it is about
        </Link>
      </p>
    </>
  )
}
