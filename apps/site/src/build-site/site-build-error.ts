/** The site could not be built; nothing in the output folder may be served. The message says what stopped it. */
export class SiteBuildError extends Error {
  override readonly name = 'SiteBuildError'
}
