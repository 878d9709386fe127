import type { ResultOf } from '@official-accounts/client/graphql'
import { Navigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { AuditEntryPage } from './audit-entry-page.tsx'
import { RecordQuery } from './record.documents.ts'

type RecordPlace = NonNullable<ResultOf<typeof RecordQuery>['node']>

/** Leads from a record's id, which errors and work items name, to the record's own page. */
export function RecordPage() {
  const { id } = useParams({ from: '/records/$id' })
  const { action } = useSearch({ from: '/records/$id' })
  const [state, retry] = useQuery({ query: RecordQuery, variables: { id } })
  return (
    <QueryView state={state} what="the record" onRetry={retry}>
      {({ node }) =>
        node === null ? <RecordMissing noun="record" /> : <Forward place={node} action={action} />
      }
    </QueryView>
  )
}

function Forward({ place, action }: { readonly place: RecordPlace; readonly action: string | undefined }) {
  switch (place.__typename) {
    case 'Account':
      return action ? (
        <Navigate replace to="/accounts/$slug/$action" params={{ slug: place.slug, action }} />
      ) : (
        <Navigate replace to="/accounts/$slug" params={{ slug: place.slug }} />
      )
    case 'Platform':
      return action ? (
        <Navigate replace to="/platforms/$slug/$action" params={{ slug: place.slug, action }} />
      ) : (
        <Navigate replace to="/platforms/$slug" params={{ slug: place.slug }} />
      )
    case 'ReviewReport':
      return <Navigate replace to="/review-reports/$id" params={{ id: place.id }} />
    case 'ReviewRequirement':
      return <Navigate replace to="/review-requirements" />
    case 'MailOutage':
    case 'Notification':
      return <Navigate replace to="/notifications" search={{}} />
    case 'Person':
      return <Navigate replace to="/people/$id" params={{ id: place.id }} />
    case 'RoleGrant':
      return <Navigate replace to="/people/$id" params={{ id: place.person.id }} />
    case 'Migration':
      return action === 'decideMigration' ? (
        <Navigate replace to="/imports/$id/decide" params={{ id: place.id }} />
      ) : (
        <Navigate replace to="/imports/$id" params={{ id: place.id }} />
      )
    case 'MigrationRow':
      return (
        <Navigate replace to="/imports/$id/rows/$row" params={{ id: place.migration.id, row: place.id }} />
      )
    case 'Finding':
      return action ? (
        <Navigate replace to="/findings/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/findings/$id" params={{ id: place.id }} />
      )
    case 'CorrectiveAction':
      return action && action !== 'assignCorrectiveAction' ? (
        <Navigate replace to="/corrective-actions/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/findings/$id" params={{ id: place.finding.id }} />
      )
    case 'DiscoveredAccount':
      return action ? (
        <Navigate replace to="/discovered/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/discovered/$id" params={{ id: place.id }} />
      )
    case 'RequestForm':
      return <Navigate replace to="/request-form" />
    case 'LawChecklist':
      return <Navigate replace to="/law-checklist" />
    case 'Exception':
      return action ? (
        <Navigate replace to="/exceptions/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/exceptions/$id" params={{ id: place.id }} />
      )
    case 'PrivacyApproval':
      return action ? (
        <Navigate replace to="/privacy-approvals/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/privacy-approvals/$id" params={{ id: place.id }} />
      )
    case 'AccessGrant':
      return action ? (
        <Navigate replace to="/access/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/access/$id" params={{ id: place.id }} />
      )
    case 'Delegation':
      return <Navigate replace to="/delegations/$id" params={{ id: place.id }} />
    case 'Incident':
      return action ? (
        <Navigate replace to="/incidents/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/incidents/$id" params={{ id: place.id }} />
      )
    case 'Risk':
      return action ? (
        <Navigate replace to="/risks/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/risks/$id" params={{ id: place.id }} />
      )
    case 'RiskMitigation':
      return action ? (
        <Navigate replace to="/risk-mitigations/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/risks/$id" params={{ id: place.risk.id }} />
      )
    case 'ModerationAction':
      return action ? (
        <Navigate replace to="/moderation/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/moderation/$id" params={{ id: place.id }} />
      )
    case 'MailRefusal':
      return action ? (
        <Navigate replace to="/mail-refusals/$id/$action" params={{ id: place.id, action }} />
      ) : (
        <Navigate replace to="/mail-refusals/$id" params={{ id: place.id }} />
      )
    case 'SecurityPolicy':
      return <Navigate replace to="/security-policies" />
    case 'Publication':
      return <Navigate replace to={action ? '/publications/publish' : '/publications'} />
    case 'Certification':
      return <Navigate replace to="/certifications/$id" params={{ id: place.id }} />
    case 'CertificationPart':
      return <Navigate replace to="/certifications/parts/$id" params={{ id: place.id }} />
    case 'CertificationAnswer':
      return <Navigate replace to="/certifications/answers/$id" params={{ id: place.id }} search={{}} />
    case 'GuidanceDocument':
      return <Navigate replace to="/guidance/$id" params={{ id: place.id }} />
    case 'GuidanceVersion':
      return <Navigate replace to="/guidance/$id" params={{ id: place.document.id }} />
    case 'TrainingCourse':
    case 'TrainingCompletion':
      return <Navigate replace to="/training" />
    case 'ComponentProcess':
    case 'ComponentPolicy':
      return (
        <Navigate replace to="/component-documents/$component" params={{ component: place.component.slug }} />
      )
    case 'Component':
      if (action === 'publishComponentProcess' || action === 'submitComponentPolicy') {
        return <Navigate replace to="/component-documents/$component" params={{ component: place.slug }} />
      }
      if (action === 'acknowledgeGuidance') return <Navigate replace to="/guidance" />
      if (action === 'claimAccount')
        return <Navigate replace to="/accounts" search={{ component: place.code, unclaimed: true }} />
      if (action === 'recordTraining') return <Navigate replace to="/training" />
      return <Navigate replace to="/accounts" search={{ component: place.code }} />
    case 'AuditEntry':
      return <AuditEntryPage entry={place} />
    default:
      return <RecordMissing noun="record page" />
  }
}
