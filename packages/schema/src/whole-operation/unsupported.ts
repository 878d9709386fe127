/** The compiler does not know this: the operation is executed the ordinary way. Never reaches a caller. */
export class UnsupportedError extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'UnsupportedError'
  }
}
