/** A file of the published site: its path below the folder, without a leading slash, and its text. */
export interface SiteFile {
  readonly path: string
  readonly content: string
}
