import { ClauseText } from '../../ui/clause-list.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx'
import type { AccountDetail } from './account.documents.ts'
import { accountActionLabel } from './account-words.ts'

type Step = AccountDetail['approvalSteps'][number]

const STANDINGS: Readonly<Record<Step['standing'], { readonly label: string; readonly tone: StatusTone }>> = {
  GIVEN: { label: 'Given', tone: 'GOOD' },
  AGAINST: { label: 'Given, against it', tone: 'WARNING' },
  WAITING: { label: 'Missing, can be given now', tone: 'WAITING' },
  NOT_YET: { label: 'Missing, others come first', tone: 'WAITING' },
  NOT_NEEDED: { label: 'Not asked for', tone: 'ENDED' },
}

/** Who has answered a request and who is missing, in order, each under its clause (IV.A.2). */
export function AccountSteps({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="steps-heading">
      <h2 id="steps-heading">Who has answered</h2>
      <DataTable
        caption="Answers to the request"
        rows={steps}
        rowKey={({ step }) => step}
        columns={[
          { label: 'Answer', rowHeader: true, cell: ({ action }) => accountActionLabel(action) },
          { label: 'Office', cell: ({ office }) => office },
          {
            label: 'Stands',
            cell: ({ standing }) => {
              const { label, tone } = STANDINGS[standing]
              return <StatusTag status={standing} tone={tone} label={label} />
            },
          },
          { label: 'Clause', cell: ({ clause }) => <ClauseText clause={clause} /> },
        ]}
      />
    </section>
  )
}
