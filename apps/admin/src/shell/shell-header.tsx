import { Link, useRouterState } from '@tanstack/react-router'
import { Header, NavMenuButton, PrimaryNav, Title } from '@trussworks/react-uswds'
import { FocusTrap } from 'focus-trap-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { SearchBox } from '../search/search-box.tsx'
import { useRefresh } from '../session/use-refresh.ts'
import { WorkCountQuery, type Viewer } from '../session/viewer.documents.ts'
import { CHANGING_RECORDS } from '../ui/change-types.ts'
import { PRODUCT_NAME } from '../ui/product-name.ts'
import { ViewerMenu } from './viewer-menu.tsx'

/** The header of every page: the product, the search, the way to everything, who is signed in. */
export function ShellHeader({ viewer }: { readonly viewer: Viewer }) {
  const [open, setOpen] = useState(false)
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => setOpen(false), [pathname])
  const waiting = useWorkCount()
  return (
    <>
      <div className={`usa-overlay ${open ? 'is-visible' : ''}`} />
      <Header basic>
        <div className="usa-nav-container">
          <div className="usa-navbar">
            <Title>
              <Link to="/">{PRODUCT_NAME}</Link>
            </Title>
            <NavMenuButton label="Menu" aria-expanded={open} onClick={() => setOpen(true)} />
          </div>
          <FocusTrap
            active={open}
            focusTrapOptions={{ clickOutsideDeactivates: true, onDeactivate: () => setOpen(false) }}
          >
            <div>
              <PrimaryNav
                aria-label="Main"
                items={navigation(waiting)}
                mobileExpanded={open}
                onToggleMobileNav={() => setOpen(false)}
              />
            </div>
          </FocusTrap>
        </div>
        <div className="shell-bar grid-container">
          <SearchBox />
          <ViewerMenu viewer={viewer} />
        </div>
      </Header>
    </>
  )
}

function useWorkCount(): number | undefined {
  const [{ data }, retry] = useQuery({ query: WorkCountQuery, context: CHANGING_RECORDS })
  useRefresh(() => retry({ requestPolicy: 'network-only' }))
  return data?.workItems.totalCount
}

function navigation(waiting: number | undefined): ReactNode[] {
  const places = [
    { to: '/', label: waiting ? `My work (${waiting})` : 'My work', exact: true },
    { to: '/accounts', label: 'Accounts', exact: false },
    { to: '/platforms', label: 'Platforms', exact: false },
    { to: '/findings', label: 'Findings', exact: false },
    { to: '/discovered', label: 'Discovered', exact: false },
    { to: '/imports', label: 'Imports', exact: false },
    { to: '/people', label: 'People', exact: false },
    { to: '/audit', label: 'Audit', exact: false },
  ] as const
  return places.map(({ to, label, exact }) => (
    <Link
      key={to}
      to={to}
      className="usa-nav__link"
      activeProps={{ className: 'usa-current' }}
      activeOptions={{ exact, includeSearch: false }}
    >
      <span>{label}</span>
    </Link>
  ))
}
