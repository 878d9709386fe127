import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { readFailure } from '@official-accounts/client/result'
import { useSessionEnded } from '../session/session-state.ts'
import { ViewerContext } from '../session/viewer-context.ts'
import { ViewerQuery } from '../session/viewer.documents.ts'
import { Loading } from '../ui/loading.tsx'
import { turnPage } from '../ui/notice-state.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { Problem } from '../ui/problem.tsx'
import { PRODUCT_NAME } from '../ui/product-name.ts'
import { NoticeBar } from './notice-bar.tsx'
import { SessionEndedAlert } from './session-ended-alert.tsx'
import { ShellHeader } from './shell-header.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { SkipLink } from './skip-link.tsx'

/** What is around every page: who is signed in, the way to everything, and what concerns the whole application. */
export function Shell() {
  const [{ data, error, fetching }, retry] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-first' })
  if (data?.me) {
    return (
      <ViewerContext value={data.me}>
        <SkipLink />
        <ShellHeader viewer={data.me} />
        <PageFrame />
      </ViewerContext>
    )
  }
  if (fetching) return <Loading what="the application" />
  if (error && readFailure(error).kind !== 'SESSION_EXPIRED') {
    return (
      <main className="page-main grid-container">
        <PageHeading title={PRODUCT_NAME} />
        <Problem error={error} what="the application" onRetry={retry} />
      </main>
    )
  }
  return <SignInPage />
}

function PageFrame() {
  const ended = useSessionEnded()
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => {
    // An address of a record's id only leads on to its page.
    if (!pathname.includes('/records/')) turnPage()
  }, [pathname])
  return (
    <main id="main-content" tabIndex={-1} className="page-main grid-container">
      {ended && <SessionEndedAlert />}
      <NoticeBar />
      <Outlet />
    </main>
  )
}
