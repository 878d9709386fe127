import { builder } from './builder.ts'
import './scalars.ts'
import './errors.ts'
import './modules/organization/types.ts'
import './modules/organization/queries.ts'
import './modules/organization/mutations.ts'
import './modules/platform/types.ts'
import './modules/platform/queries.ts'
import './modules/platform/mutations.ts'
import './modules/account/types.ts'
import './modules/account/queries.ts'
import './modules/account/profile-url-check.ts'
import './modules/account/mutations.ts'
import './modules/account/claim-accounts.ts'
import './modules/migration/types.ts'
import './modules/migration/queries.ts'
import './modules/migration/preview.ts'
import './modules/migration/mutations.ts'
import './modules/finding/types.ts'
import './modules/work-item/queries.ts'
import './modules/audit/types.ts'
import './modules/directory/types.ts'
import './modules/directory/queries.ts'
import './modules/directory/status.ts'
import './modules/directory/verify-account.ts'
import './modules/guidance/pages.ts'

/** What signed-in people and programs reach: everything. */
export const internalSchema = builder.toSchema({ subGraph: 'internal' })

/** What anonymous callers reach: the directory. It cannot even name an internal field. */
export const publicSchema = builder.toSchema({ subGraph: 'public' })
