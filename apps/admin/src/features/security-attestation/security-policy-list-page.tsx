import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SecurityPoliciesQuery, type SecurityPolicyRow } from './security-policy.documents.ts'

const CHANGING_POLICIES = { additionalTypenames: ['SecurityPolicy'] }

/** The versions of the security policy for accounts, and the way to publish the next (IV.B.3). */
export function SecurityPolicyListPage() {
  const [state, retry] = useQuery({ query: SecurityPoliciesQuery, context: CHANGING_POLICIES })
  const mayPublish = useMayEver('securityPolicy.publish')
  return (
    <>
      <PageHeading title="Security policy for accounts" />
      <p className="usa-intro-small">
        The Chief Information Officer publishes how accounts are secured; each account is attested against the
        version in force (IV.B.3).
      </p>
      {mayPublish && (
        <p>
          <Link to="/security-policies/publish" className="usa-button">
            Publish the next version
          </Link>
        </p>
      )}
      <QueryView state={state} what="the security policy" onRetry={retry}>
        {({ securityPolicy, securityPolicies: { edges } }) =>
          edges.length === 0 ? (
            <EmptyState title="No version has been published">
              <p>Until one is, no account has anything to attest.</p>
            </EmptyState>
          ) : (
            edges.map(({ node }) => (
              <Version key={node.id} policy={node} inForce={node.id === securityPolicy?.id} />
            ))
          )
        }
      </QueryView>
    </>
  )
}

interface VersionProps {
  readonly policy: SecurityPolicyRow
  readonly inForce: boolean
}

function Version({ policy, inForce }: VersionProps) {
  const { id, number, title, text, authorizedTools, rotationDays, effectiveFrom } = policy
  return (
    <section aria-labelledby={`policy-${id}`}>
      <h2 id={`policy-${id}`}>
        Version {number}: {title} {inForce && '(in force)'}
      </h2>
      <FactList
        facts={[
          { label: 'Counts from', value: <InstantText at={effectiveFrom} /> },
          { label: 'What it asks', value: text },
          { label: 'Authorized tools', value: authorizedTools.join(', ') },
          {
            label: 'Shared credentials are changed',
            value: rotationDays === null ? null : `every ${rotationDays} days`,
          },
        ]}
      />
    </section>
  )
}
