import { createClient } from '@official-accounts/client/create-client'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { createAdminRouter } from './routes.tsx'
import { endSession } from './session/session-state.ts'
import './styles/admin.scss'

const client = createClient({ onSignedOut: endSession })
const router = createAdminRouter()

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root.')
createRoot(root).render(
  <Provider value={client}>
    <RouterProvider router={router} />
  </Provider>,
)
