/** Where open data stands below the site's root. */
export const DATA_FOLDER = 'data/v1'

/** The files that say what all others are, and prove it; no manifest can list them. */
export const MANIFEST_FILES = {
  manifest: `${DATA_FOLDER}/manifest.json`,
  /** Detached JWS (RFC 7515, appendix F) over the manifest's bytes. */
  jws: `${DATA_FOLDER}/manifest.jws`,
  /** The same files, and the manifest, in the form of `sha256sum`. */
  sums: `${DATA_FOLDER}/SHA256SUMS`,
  /** Ed25519 over the bytes of `sums`. */
  sumsSignature: `${DATA_FOLDER}/SHA256SUMS.sig`,
} as const

/** The public key, as a JWK set and for openssl. */
export const KEY_FILES = { jwks: `${DATA_FOLDER}/keys.json`, pem: `${DATA_FOLDER}/key.pem` } as const

/** Whether a path is one no manifest lists. */
export function isManifestFile(path: string): boolean {
  return Object.values<string>(MANIFEST_FILES).includes(path)
}
