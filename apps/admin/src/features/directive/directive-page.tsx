import { PERMISSION_NAMES, permissionRule } from '@official-accounts/domain/access/permissions'
import { ROLES } from '@official-accounts/domain/access/roles'
import { CLAUSE_IDS, CLAUSES, type ClauseId } from '@official-accounts/domain/directive/clauses'
import { AuthorityTable } from './authority-table.tsx'
import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { actionTitle } from '../../record/audit-words.ts'
import { PageHeading } from '../../ui/page-heading.tsx'

/** Every clause that decides something here: what it asks, whether an exception may lift it, who acts under it. */
export function DirectivePage() {
  const hash = useRouterState({ select: ({ location }) => location.hash })
  // The page comes later than its address: the browser has looked for the clause before it was there.
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.focus()
  }, [hash])
  return (
    <>
      <PageHeading title="The Directive’s clauses" />
      <p className="usa-intro-small">
        The Directive on Social Media and Other Third-Party Digital Services (2023), as far as it decides
        here. The sentences are short forms in our own words; the Directive itself has the authority.
      </p>
      <AuthorityTable />
      {CLAUSE_IDS.map((id) => (
        <ClauseSection key={id} id={id} />
      ))}
    </>
  )
}

function ClauseSection({ id }: { readonly id: ClauseId }) {
  const { title, exceptionable } = CLAUSES[id]
  const powers = PERMISSION_NAMES.filter((permission) => permissionRule(permission).clause === id)
  return (
    <section className="clause-section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {id}
      </h2>
      <p>
        {title}.{' '}
        {exceptionable ? 'A written exception may lift it (V.B.12).' : 'No exception lifts it (V.B.12).'}
      </p>
      {powers.length > 0 && (
        <ul className="usa-list">
          {powers.map((permission) => (
            <li key={permission}>
              {actionTitle(permission)} ({holders(permissionRule(permission))})
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function holders({ roles, system }: ReturnType<typeof permissionRule>): string {
  const titles = roles.map((role) => ROLES[role].title)
  return [...titles, ...(system ? ['the system itself'] : [])].join(', ')
}
