import { openDatabase } from '@official-accounts/server/open-database'
import { openServices } from '@official-accounts/server/open-services'
import { createServer } from '@official-accounts/server/server'
import { listen } from '@official-accounts/server/listen'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { createLog } from '@official-accounts/server/log'
import { parseConfig } from '@official-accounts/server/config'
const log = createLog('warn')
const config = (parseConfig as any)({ PORT: '4390', DATA_DIR: '/tmp/h3/data' })
const database = await openDatabase(config, console.log)
const { services, close } = await openServices({ urls: database, report: console.error })
const app = createServer({
  config,
  services,
  schemas: { internalSchema, publicSchema },
  identityProvider: async () => {
    throw new Error('x')
  },
  log,
  issuer: null,
} as any)
await listen(app.handle, 4390, '127.0.0.1')
console.log('ready')
process.on('SIGTERM', async () => {
  await close()
  await database.close()
  process.exit()
})
