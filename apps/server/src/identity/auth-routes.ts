import { IdentityProviderUnavailableError } from './identity-provider.ts'
import { signInUnavailablePage } from './sign-in-failed-page.ts'
import { finishSignIn, startSignIn, type SignInOptions } from './sign-in.ts'
import { signOut } from './sign-out.ts'

type Route = (options: SignInOptions, request: Request) => Promise<Response>

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /auth/sign-in': startSignIn,
  'GET /auth/callback': finishSignIn,
  'POST /auth/sign-out': signOut,
}

/** Answers everything under `/auth/`. */
export async function answerAuth(options: SignInOptions, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const route = ROUTES[`${request.method} ${pathname}`]
  if (route === undefined) {
    const known = Object.keys(ROUTES).some((name) => name.endsWith(` ${pathname}`))
    return new Response(null, { status: known ? 405 : 404 })
  }
  try {
    return await route(options, request)
  } catch (error) {
    if (!(error instanceof IdentityProviderUnavailableError)) throw error
    options.log.error({ event: 'identity provider unavailable', err: error })
    return signInUnavailablePage()
  }
}
