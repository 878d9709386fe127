import type { en } from './en.ts'

/** Every interface string of the site: a language that lacks one does not compile. */
export type Messages = typeof en
