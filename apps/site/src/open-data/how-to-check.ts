const FOLDER = 'data/v1'

/** What the check downloads: the proof, the key, and the lists themselves. Any other file of the manifest may be added. */
const FILES = [
  'SHA256SUMS',
  'SHA256SUMS.sig',
  'key.pem',
  'manifest.json',
  'accounts.json',
  'accounts.csv',
  'accounts.ndjson',
].map((name) => `${FOLDER}/${name}`)

/** How anybody checks that the open data is what was signed. */
export interface HowToCheck {
  /** Run in this order, in an empty folder, with curl, openssl 3 and sha256sum; each ends with 0 only if all is well. */
  readonly commands: readonly [download: string, signature: string, digests: string]
  /** Prints the SHA-256 of the public key, to be compared with one noted earlier or got by another way. */
  readonly keyFingerprint: string
}

/**
 * The check of the published files against the signature, in three commands of a POSIX shell: get them, check that the
 * key signed the list of digests, check the files against the list.
 *
 * @param origin of the site, without a slash at the end
 */
export function howToCheck(origin: string): HowToCheck {
  return {
    commands: [
      `curl -fsS --create-dirs -o '#1' '${origin}/{${FILES.join(',')}}'`,
      `openssl pkeyutl -verify -pubin -inkey ${FOLDER}/key.pem -rawin -in ${FOLDER}/SHA256SUMS -sigfile ${FOLDER}/SHA256SUMS.sig`,
      `sha256sum --check --ignore-missing ${FOLDER}/SHA256SUMS`,
    ],
    keyFingerprint: `openssl pkey -pubin -in ${FOLDER}/key.pem -outform DER | sha256sum`,
  }
}
