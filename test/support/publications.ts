import { newId } from '@official-accounts/db/uuid'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { TestApp } from './create-test-app.ts'
import { insertRow } from './records.ts'

const PUBLISHED = {
  build: 'build',
  directory_version: 'version',
  account_count: 3,
  file_count: 9,
  byte_count: 900,
  manifest_sha256: 'a1'.repeat(32),
  signing_key: 'thumbprint',
  kept: true,
}

/** Writes a publication as it would be at its end; answers with its id. */
export async function insertPublication(
  app: Pick<TestApp, 'owner'>,
  columns: Readonly<Record<string, unknown>>,
): Promise<string> {
  const id = newId()
  const at = new Date()
  await insertRow(app, 'publication', {
    id,
    trigger: 'CHANGE',
    accept_loss: false,
    kept: false,
    requested_at: at,
    ended_at: at,
    version: 1,
    ...columns,
  })
  return id
}

/** Two publications, the later in use; answers with the earlier one's global id. */
export async function insertEarlierPublication(app: Pick<TestApp, 'owner'>): Promise<string> {
  await app.owner.query(`update publication set state = 'SUPERSEDED' where state = 'PUBLISHED'`)
  const at = new Date()
  const earlier = await insertPublication(app, { ...PUBLISHED, state: 'SUPERSEDED', published_at: at })
  await insertPublication(app, { ...PUBLISHED, state: 'PUBLISHED', published_at: at })
  return encodeGlobalID('Publication', earlier)
}

/** A publication that failed, with texts of a test's own; answers with its global id. */
export async function insertFailedPublication(
  app: Pick<TestApp, 'owner'>,
  texts: Readonly<Record<string, unknown>>,
): Promise<string> {
  const failure = { failure_code: 'BUILD_FAILED', failure: 'The pages could not be built.' }
  return encodeGlobalID(
    'Publication',
    await insertPublication(app, { state: 'FAILED', ...failure, ...texts }),
  )
}
