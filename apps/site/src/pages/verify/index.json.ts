import { getDirectory } from '../../data/directory.ts'
import { verifyIndexOf } from '../../verify/verify-index.ts'

/** The static index that `/verify/` reads in the browser. */
export async function GET(): Promise<Response> {
  return Response.json(verifyIndexOf(await getDirectory()))
}
