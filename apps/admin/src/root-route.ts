import { createRootRoute } from '@tanstack/react-router'
import { Shell } from './shell/shell.tsx'

/** The route every page stands under. */
export const root = createRootRoute({ component: Shell })

/** What a page's route names as its parent. */
export const getParentRoute = () => root
