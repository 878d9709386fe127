import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'
import { runRawCommand } from './raw-command.ts'
import { RAW_QUERIES, isRawQuery } from './raw-queries.ts'

/** What the hand-written server is started with. */
export interface RawSettings {
  readonly port: number
  readonly databaseUrl: string
  readonly connections: number
}

// The limit of what Node and this database can do: one prepared statement builds the response's text, nothing checks
// anybody. GET /<query>?<parameters> reads, POST /command writes.
const settings = JSON.parse(process.argv[2] ?? '{}') as RawSettings
const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: settings.connections })

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const name = url.pathname.slice(1)
  const work =
    request.method === 'POST' ? runRawCommand(pool, url.searchParams) : read(name, url.searchParams)
  work.then(
    (text) => send(response, 200, text),
    (error: unknown) => send(response, 500, JSON.stringify({ error: String(error) })),
  )
})

async function read(name: string, parameters: URLSearchParams): Promise<string> {
  if (!isRawQuery(name)) throw new Error(`There is no query ${name}.`)
  const { text, parameters: names } = RAW_QUERIES[name]
  const values = names.map((parameter) => parameters.get(parameter))
  const { rows } = await pool.query<{ json: string }>({ name, text, values })
  return rows[0]?.json ?? 'null'
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

server.listen(settings.port, '127.0.0.1', () => console.log('ready'))
process.once('SIGTERM', () => process.exit(0))
